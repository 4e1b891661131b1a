import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { analyses } from '../../src/shared/analyses'
import { inOrderOfUse } from '../../src/shared/analyses/engine'
import { checks } from '../../src/shared/checks'
import { readers } from '../../src/shared/readers'

const root = join(import.meta.dirname, '../..')
const sources = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? sources(path) : /\.(ts|vue)$/.test(entry.name) ? [path] : []
  })
const text = (path: string): string => readFileSync(join(root, path), 'utf8')
const importsOf = (path: string): string[] => [...text(path).matchAll(/(?:^(?:import|export)[^'\n]*from |^\} from |import\()\s*'([^']+)'/gm)].map((match) => match[1]!)

describe('the house', () => {
  it('src/shared imports nothing but itself and the wrapped format libraries', () => {
    const foreign = sources('src/shared').flatMap((path) => importsOf(path).flatMap((from) => {
      if (from.startsWith('.')) {
        const inside = relative(join(root, 'src/shared'), join(root, path, '..', from)).startsWith('..')
        return inside && !from.endsWith('.json') ? [`${path}: ${from}`] : []
      }
      return ['xlsx', 'papaparse', 'fflate', 'chardet', 'saxes', 'jcampconverter', 'spc-parser', 'ml-savitzky-golay-generalized', 'fast-png', 'tiff', 'jpeg-js'].includes(from) ? [] : [`${path}: ${from}`]
    }))
    expect(foreign).toEqual([])
  })
  it('no file is longer than 300 lines', () => {
    const long = sources('src').filter((path) => text(path).split('\n').length > 301)
    expect(long).toEqual([])
  })
  it('src/renderer holds no chemistry', () => {
    const chemistry = sources('src/renderer').filter((path) => /96485|FARADAY|faradaicEfficiency\(|interface.*MolarMass/.test(text(path)))
    expect(chemistry).toEqual([])
  })
  it('nothing logs, stubs or waits to be done', () => {
    const bad = sources('src').filter((path) => /console\.log|TODO|FIXME|@ts-ignore|eslint-disable/.test(text(path)))
    expect(bad).toEqual([])
  })
})

describe('the registries', () => {
  it('have unique ids, and every analysis comes after those it uses', () => {
    for (const ids of [readers.map((reader) => reader.id), analyses.map((analysis) => analysis.id), checks.map((check) => check.rule)]) expect(new Set(ids).size).toBe(ids.length)
    const ordered = inOrderOfUse(analyses).map((analysis) => analysis.id)
    for (const { id, after } of analyses) for (const used of after) expect(ordered.indexOf(used), `${id} uses ${used}`).toBeLessThan(ordered.indexOf(id))
  })
  it('are complete on paper: every folder of analyses is registered', () => {
    const folders = readdirSync(join(root, 'src/shared/analyses')).filter((name) => statSync(join(root, 'src/shared/analyses', name)).isDirectory())
    expect(analyses).toHaveLength(folders.length)
  })
})
