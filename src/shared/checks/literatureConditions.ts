import type { Finding } from '../analyses/analysis'
import { isPerMass } from '../analyses/compareLiterature'
import { nameOf } from '../electrochemistry/entryName'
import { message } from '../message'
import { kindOf } from '../metadata/kindOf'
import type { Entry } from '../project'
import { resultsOf, type Check, type CheckInput } from './check'
import { number, presence, some } from './stated'

const SOURCE = 'Tesch et al. 2023: 50 mV spread between laboratories at the same current density'
const perMolar: ReadonlyMap<string, number> = new Map([['', 1], ['m', 1], ['mol/l', 1], ['mm', 1e-3], ['mmol/l', 1e-3]])

/** Reported points of other nitrate, pH, cell or normalisation than this project's, or that do not say: they stand beside its own in the literature comparison. */
export const literatureConditions: Check = {
  rule: 'literature-conditions',
  scope: 'project',
  run: (input) => {
    const tables = input.entries.filter((entry) => kindOf(entry) === 'literature')
    if (tables.length === 0) return []
    const own = ownConditions(input)
    return [...tables.flatMap((table) => [...of(table, 'nitrate', 'M', own.nitrate_M), ...of(table, 'pH', '', own.pH), ...inWords(table, 'cell', own.cell), ...inWords(table, 'normalisation', own.normalisation)]), ...unknown(tables, own)]
  }
}

type InWords = 'cell' | 'normalisation'
interface Own { readonly isMeasured: boolean; readonly nitrate_M: readonly number[]; readonly pH: readonly number[]; readonly cell: readonly string[]; readonly normalisation: readonly string[] }

function ownConditions(input: CheckInput): Own {
  const results = resultsOf(input, 'fe_nh3').filter(({ n, conditions }) => n === undefined && conditions.role !== 'battery')
  const used = new Set(results.flatMap(({ inputs }) => inputs))
  const nitrates = results.flatMap(({ conditions: { nitrate_M } }) => (typeof nitrate_M === 'number' && nitrate_M > 0 ? [nitrate_M] : []))
  const entries = input.entries.filter(({ id }) => used.has(id))
  const texts = (key: InWords): string[] => [...new Set(entries.flatMap(({ fields }) => (isStated(fields[key]?.value) ? fields[key]!.value.trim() : [])))]
  return { isMeasured: results.length > 0, nitrate_M: [...new Set(nitrates)], pH: [...new Set(entries.flatMap(({ fields }) => fields.pH?.value ?? []))], cell: texts('cell'), normalisation: texts('normalisation') }
}

function of(table: Entry, name: 'nitrate' | 'pH', unit: string, own: readonly number[]): Finding[] {
  if (own.length === 0) return []
  const about = { rule: 'literature-conditions', level: 'note', catalyst: null, source: SOURCE, entries: [table.id] } as const
  const column = table.measurement?.columns.find((candidate) => candidate.name === name)
  const factor = column && (name === 'pH' ? 1 : perMolar.get(column.unit.trim().toLowerCase()))
  if (!column || column.min === null || column.max === null) return [{ ...about, message: message('check.literatureSilent', '{file} does not state the {name} of its points: they compare with those of this project only where it is the same.', { file: nameOf(table), name }) }]
  if (factor === undefined) return []
  const [from, to] = [column.min * factor, column.max * factor]
  const isSame = (value: number): boolean => own.some((one) => (name === 'pH' ? Math.abs(one - value) <= 0.5 : Math.abs(one - value) <= 0.05 * value))
  if (isSame(from) && isSame(to)) return []
  const withUnit = (text: string): string => (unit === '' ? text : `${text} ${unit}`)
  const range = withUnit(from === to ? number(from) : `${number(from)}–${number(to)}`)
  return [{
    ...about, message: message('check.literatureConditions', '{file} holds points at {name} {range}, this project at {own}: only like conditions compare, and less than 50 mV between laboratories is no difference.', { file: nameOf(table), name, range, own: withUnit(some(own.map((value) => number(value)))) })
  }]
}

/** Different words for one thing; the first that fits counts ('undivided' is no divided cell). */
const kinds: Readonly<Record<InWords, readonly (readonly [kind: string, test: RegExp])[]>> = {
  cell: [
    ['membrane electrode assembly', /\bmea\b|membrane electrode|zero[- ]?gap|膜电极/i], ['flow cell', /flow|流动/i],
    ['one compartment', /undivided|unseparated|single|one[- ]?(?:compartment|chamber)|ungeteilt|单室|单池/i], ['H-cell', /\bh[- ]?(?:type|cell|shaped)|two[- ]?(?:compartment|chamber)|divided|h[- ]?型|双室/i]
  ],
  normalisation: [
    ['ECSA', /ecsa|ec?asa|electrochemical(?:ly)? (?:active )?surface|real (?:surface )?area|活性面积/i], ['BET area', /\bbet\b/i], ['mass of metal', /metal|mg_?(?:ru|fe|co|ni|cu|pd|pt|rh|ag)\b|金属/i],
    ['mass of catalyst', /mass|mg|catalyst|loading|weight|质量|载量/i], ['geometric area', /geom|electrode area|\barea\b|cm|几何|面积/i]
  ]
}
const kindIn = (name: InWords, text: string): string => kinds[name].find(([, test]) => test.test(text.normalize('NFKC')))?.[0] ?? text.normalize('NFKC').trim().toLowerCase()
/** 'geometric area (j), catalyst mass (yield)' is two. */
const kindsIn = (name: InWords, texts: readonly string[]): ReadonlySet<string> => new Set(texts.flatMap((text) => (name === 'cell' ? [text] : text.split(/[;,、；，]| and |和/)).filter((part) => part.trim() !== '').map((part) => kindIn(name, part))))

const isStated = (text: string | undefined): boolean => presence(text) !== undefined

/** What the points of a table say (readers/literatureTable). */
function statedBy(table: Entry, name: InWords): readonly string[] {
  const value = table.measurement?.facts.find((fact) => fact.name === name)?.value
  return typeof value === 'string' ? value.split('\n').filter((text) => isStated(text)) : []
}

function inWords(table: Entry, name: InWords, own: readonly string[]): Finding[] {
  const theirs = statedBy(table, name)
  const known = kindsIn(name, own)
  const others = theirs.filter((text) => ![...kindsIn(name, [text])].every((kind) => known.has(kind)))
  if (own.length === 0 || others.length === 0) return []
  return [{
    rule: 'literature-conditions', level: 'note', catalyst: null, source: SOURCE, entries: [table.id],
    message: message('check.literatureWords', '{file} holds points of another {name} ({theirs}) than this project ({own}): only like conditions compare, and less than 50 mV between laboratories is no difference.', { file: nameOf(table), name, theirs: some(others), own: some(own) })
  }]
}

/** An efficiency needs no normalisation, and a yield per mass of catalyst states its own. */
function isNormalised(table: Entry, own: Own): boolean {
  if (statedBy(table, 'normalisation').length > 0) return own.normalisation.length > 0
  const yields = table.measurement?.columns.find(({ name }) => name === 'yield')
  return !yields || isPerMass(yields.unit)
}

/** What is not said on one of the sides: one note for the project, whatever its files. */
function unknown(tables: readonly Entry[], own: Own): Finding[] {
  if (!own.isMeasured) return []
  const isUnknown = { cell: own.cell.length === 0 || tables.some((table) => statedBy(table, 'cell').length === 0), normalisation: tables.some((table) => !isNormalised(table, own)) }
  const names = (['cell', 'normalisation'] as const).filter((name) => isUnknown[name])
  if (names.length === 0) return []
  return [{
    rule: 'literature-conditions', level: 'note', catalyst: null, source: SOURCE, entries: tables.map(({ id }) => id),
    message: message('check.literatureUnknown', 'Not on record for the literature comparison, in the table or for this project (run sheet or Settings): {names}. Only like conditions compare.', { names: names.join(', ') })
  }]
}
