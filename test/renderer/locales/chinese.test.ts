import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parted } from '../../../src/renderer/locales/phrases/clauses'
import { templateOf } from '../../../src/renderer/locales/phrases/template'
import { translator } from '../../../src/renderer/locales/phrases/translator'
import { catalogue } from '../../../src/renderer/locales/zhCN'
import { analyses } from '../../../src/shared/analyses'
import { simulatedLab } from '../../../src/shared/simulate/simulatedLab'
import { readLab, type ReadLab } from '../../main/cli/readLab'
import { shownOfAnalysis, shownOfFinding, shownOfOutcome, type Shown } from './shownTexts'
import { sourceMessages } from './sourceMessages'
import { sourceTexts } from './sourceTexts'

const words = translator(catalogue)
const nothing = translator({ messages: {}, phrases: {}, asTheyAre: [] })
const shared = join(import.meta.dirname, '../../../src/shared')
const placesOf = (text: string): string[] => [...new Set(templateOf(text).places.map(({ name }) => name))].sort()
/** A template whatever its places are called. */
const skeleton = (text: string): string => templateOf(text).literals.join('\u0000')
const skeletons = new Set(Object.keys(catalogue.phrases).map(skeleton))

/** Texts that would be English in the Chinese window; names of the lab are the same in every language. */
function missing(shown: readonly Shown[], names: ReadonlySet<string>, by = words): string[] {
  const isKnown = (text: string): boolean => by.known(text) !== undefined || names.has(text)
  const hasChinese = (one: Shown): boolean => {
    if (one.as === 'message') return by.message(one.message) !== one.text
    return isKnown(one.text) || (one.as === 'label' && parted(one.text, /, | and |; /g).every((part, i) => i % 2 === 1 || isKnown(part)))
  }
  return [...new Set(shown.filter((one) => !hasChinese(one)).map(({ at, text }) => `${at}: ${text}`))]
}

/** A template with something in its places. */
const instance = (text: string): string => text.replace(/^\{where\}/, '').replace(/\{\w+\}/g, '7')

describe('the catalogue', () => {
  it('has for each text the places of its English template', () => {
    expect(Object.entries(catalogue.phrases).filter(([english, chinese]) => `${placesOf(english)}` !== `${placesOf(chinese)}`)).toEqual([])
  })
  it('has every message, with its places', () => {
    const messages = sourceMessages(shared)
    expect(messages.length).toBeGreaterThan(150)
    expect(messages.filter(({ id, template }) => !(id in catalogue.messages) && !skeletons.has(skeleton(template))).map(({ at, id }) => `${at} ${id}`)).toEqual([])
    // A message may tell less in one language than in the other, but never ask for what the other does not have.
    expect(messages.filter(({ id, template }) => id in catalogue.messages && `${placesOf(catalogue.messages[id]!)}` !== `${placesOf(template)}`).map(({ at, id }) => `${at} ${id}`)).toEqual([])
  })
  it('holds no message that nobody says', () => {
    const said = [...sourceMessages(shared).map(({ id }) => id), ...sourceTexts(shared).map(({ text }) => text)]
    const starts = said.filter((text) => /^[a-z]+\.[A-Za-z.]*\{\w+\}$/.test(text)).map((text) => text.replace(/\{\w+\}$/, ''))
    expect(Object.keys(catalogue.messages).filter((id) => !said.includes(id) && !starts.some((start) => id.startsWith(start)))).toEqual([])
  })
  it('has every sentence that an analysis refuses its data with', () => {
    const refusals = sourceTexts(shared, /simulate|readers/).filter(({ as }) => as === 'RangeError')
    expect(refusals.length).toBeGreaterThan(80)
    // Of these only a programmer hears: they say that one function was called wrongly by another.
    const inner = /^(Interpolation|A picture|Decimation|The mean of|A correlation|A standard deviation|Degrees of freedom|Vibrations need|Temperature must)/
    expect(refusals.filter(({ text }) => !inner.test(text) && !skeletons.has(skeleton(text)) && words.known(text) === undefined).map(({ at, text }) => `${at} ${text}`)).toEqual([])
  })
})

describe('the analyses in Chinese', () => {
  it('have titles, axes, legends, settings, equations and assumptions that have a Chinese form', () => {
    const uses = new Set(['title', 'label', 'zero', 'assumes', 'equation', 'header', 'family', 'note', 'yTitle', 'categories'])
    const texts = sourceTexts(shared, /simulate|readers|workbook|dataPackage|metadata|reportPage|typedTable/).filter(({ as }) => uses.has(as))
    expect(texts.length).toBeGreaterThan(400)
    // Put together from words that are known one by one: the lab below shows them whole.
    const whole = ['Onset of the {name} bands', '{name} bands above the noise (–: not at any potential)', 'Free energy at {at}', 'ΔG at {at}', 'dashed', 'label']
    const isName = (text: string): boolean => words.label(instance(text)) !== instance(text)
    expect(texts.filter(({ text }) => !whole.includes(text) && words.known(instance(text)) === undefined && !isName(text)).map(({ at, as, text }) => `${at} ${as} ${text}`)).toEqual([])
  })
})

describe('the readers in Chinese', () => {
  const texts = sourceTexts(join(shared, 'readers'))
  const saidAs = (...uses: readonly string[]) => texts.filter(({ as }) => uses.includes(as))
  const withoutChinese = (list: typeof texts): string[] => list.filter(({ text }) => words.known(instance(text)) === undefined).map(({ at, text }) => `${at} ${text}`)

  it('refuse files with sentences that have a Chinese form', () => {
    expect(saidAs('ReadError').length).toBeGreaterThan(190)
    expect(withoutChinese(saidAs('ReadError', 'advice', 'problem'))).toEqual([])
  })
  it('say in Chinese what they noticed', () => {
    const sentences = texts.filter(({ as, text }) => as !== 'ReadError' && as !== 'advice' && /^(?:\{\w+\} |["[]|[A-Z])[^\n]* [a-z]+ [^\n]*[^.]\.$/.test(text) && / [a-z]{2,} [a-z]{2,}/.test(text))
    expect(sentences.length).toBeGreaterThan(120)
    expect(withoutChinese(sentences)).toEqual([])
  })
  it('say in Chinese what they are and by what they recognised a file', () => {
    expect(saidAs('why').length).toBeGreaterThan(90)
    expect(withoutChinese(saidAs('why').filter(({ text }) => text.includes(' ')))).toEqual([])
    expect(withoutChinese(saidAs('format').filter(({ text }) => /[A-Za-z]/.test(text))).filter((line) => / [a-z]{3,}[ )]/.test(line))).toEqual([])
  })
})

describe('the program in Chinese', () => {
  const main = join(import.meta.dirname, '../../../src/main')
  it('says of files, folders, projects and exports what is wrong', () => {
    // The words of menus, tray and notifications stand in both languages in labels.ts (test/main/desktop/smallRules). The command line speaks English; a fault inside a library's zip or SQL is said by the sentence around it.
    const texts = ['ingest', 'project', 'store', 'export', 'desktop', 'api'].flatMap((folder) => sourceTexts(join(main, folder))).filter(({ at, text }) => !at.startsWith('labels.ts') && /^(?:\{\w+\} |[A-Z])[^\n<]* [a-z]+ [^\n<]*\.$/.test(text) && !/^RuM Workbench|The call|SQL/.test(text))
    expect(texts.length).toBeGreaterThan(60)
    expect(texts.filter(({ text }) => words.known(instance(text)) === undefined).map(({ at, as, text }) => `${at} ${as} ${text}`)).toEqual([])
  })
})

describe('the simulated lab in Chinese', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rum-chinese-'))
  let lab: ReadLab
  let names: ReadonlySet<string>
  beforeAll(() => {
    const paths = simulatedLab(4).map(({ path, text, encoding }) => {
      const full = join(folder, path)
      mkdirSync(dirname(full), { recursive: true })
      writeFileSync(full, Buffer.from(text, encoding))
      return full
    })
    lab = readLab(paths, folder)
    const runs = lab.outcomes.flatMap(({ results }) => results.flatMap(({ conditions }) => ['run', 'replicate', 'component'].flatMap((key) => conditions[key] ?? []).map(String)))
    names = new Set([...paths.map((path) => basename(path)), ...runs])
  }, 120_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('has a Chinese form of every title, label, method, need and finding', () => {
    const shown = lab.outcomes.flatMap(shownOfOutcome)
    expect(shown.length).toBeGreaterThan(2000)
    expect(missing(shown, names, nothing).length).toBeGreaterThan(300)
    expect(missing(shown, names)).toEqual([])
  })
  it('has one of every finding of the rules', () => {
    const shown = lab.findings.flatMap((finding) => shownOfFinding(finding.rule, finding))
    expect(shown.length).toBeGreaterThan(10)
    expect(missing(shown, names)).toEqual([])
  })
  it('has one of every reason and recognition of a file', () => {
    const shown = [...lab.read.values()].flatMap(({ reason, recognisedBecause }): Shown[] => [reason, recognisedBecause].flatMap((text) => (text ? [{ as: 'text' as const, text, at: 'inbox' }] : [])))
    expect(missing(shown, names, nothing).length).toBeGreaterThan(10)
    expect(missing(shown, names)).toEqual([])
  })
  it('has one of every equation, assumption, setting and choice of all analyses', () => {
    const shown = analyses.flatMap(shownOfAnalysis)
    expect(missing(shown, names, nothing).length).toBeGreaterThan(300)
    expect(missing(shown, names)).toEqual([])
  })
})
