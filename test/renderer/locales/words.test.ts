import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { analysisTitlesZhCN } from '../../../src/renderer/locales/analysisTitlesZhCN'
import { en } from '../../../src/renderer/locales/en'
import { analyses } from '../../../src/shared/analyses'
import { zhCN } from '../../../src/renderer/locales/zh-CN'
import { messages as cards } from '../../../src/renderer/outcome/messages'

type Words = { readonly [key: string]: string | Words }
const flat = (words: Words, before = ''): Map<string, string> =>
  new Map(Object.entries(words).flatMap(([key, value]) => (typeof value === 'string' ? [[before + key, value] as const] : [...flat(value, `${before}${key}.`)])))
const english = flat({ ...en, ...cards.en } as Words)
const chinese = flat({ ...zhCN, ...cards['zh-CN'] } as Words)
const placeholders = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()

const root = join(import.meta.dirname, '../../../src/renderer')
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => /\.(vue|ts)$/.test(path) && !/locales|messages/.test(path))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
/** Keys written out in a call: t('a.b'), t(x ? 'a.b' : 'a.c'); and the fixed beginnings of composed ones. */
const used = sources.flatMap(({ path, text }) => [...text.matchAll(/(?<![\w.])te?\(((?:[^()'`]|'[^']*'|`[^`]*`)*)/g)]
  .flatMap(([, inside]) => [...inside!.matchAll(/'([a-z][A-Za-z]*(?:\.[A-Za-z0-9_-]+)+)'/g)].map(([, key]) => ({ path, key: key! }))))
const composed = sources.flatMap(({ path, text }) => [...text.matchAll(/(?<![\w.])t\([^`'()]*`([a-z][A-Za-z.]*\.)\$\{/g)].map(([, start]) => ({ path, start: start! }))
  .map((found) => ({ ...found, hasFallback: text.includes(`te(\`${found.start}`) })))

describe('the words of the window', () => {
  it('hold every key that a component asks for', () => {
    expect(used.length).toBeGreaterThan(100)
    expect(used.filter(({ key }) => !english.has(key)).map(({ path, key }) => `${path}: ${key}`)).toEqual([])
    expect(composed.filter(({ start, hasFallback }) => !hasFallback && ![...english.keys()].some((key) => key.startsWith(start))).map(({ path, start }) => `${path}: ${start}`)).toEqual([])
  })
  it('are complete in Chinese, with the same blanks to fill', () => {
    expect([...english.keys()].filter((key) => !chinese.has(key))).toEqual([])
    expect([...english].filter(([key, text]) => `${placeholders(text)}` !== `${placeholders(chinese.get(key) ?? '')}`).map(([key]) => key)).toEqual([])
  })
  it('name every analysis in Chinese', () => {
    expect(analyses.filter(({ id }) => !(id in analysisTitlesZhCN)).map(({ id }) => id)).toEqual([])
    expect(Object.keys(analysisTitlesZhCN).filter((id) => !analyses.some((analysis) => analysis.id === id))).toEqual([])
  })
  it('hold nothing that no component asks for', () => {
    const asked = new Set(used.map(({ key }) => key))
    const starts = composed.map(({ start }) => start)
    const all = sources.map(({ text }) => text).join('\n')
    const unused = [...flat(en as Words).keys()].filter((key) => !asked.has(key) && !starts.some((start) => key.startsWith(start)) && !all.includes(`'${key}'`))
    expect(unused).toEqual([])
  })
})
