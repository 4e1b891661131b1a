import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { wholeSpectrum } from '../../src/shared/analyses/spinTrapping/wholeSpectrum'
import { recognise } from '../../src/shared/readers'

interface Facts { readonly points: number; readonly first_x: number; readonly last_x: number; readonly first_y: number; readonly last_y: number; readonly y_min: number; readonly y_max: number; readonly y_sum: number }
interface FileFacts { readonly file: string; readonly expected: Partial<Facts> & { readonly sidecar?: string; readonly spectrum0?: Facts; readonly spectra?: number } }
const root = join(process.env['RUM_CORPUS'] ?? fileURLToPath(new URL('../../../shared/data', import.meta.url)), 'mechanism')
const manifest = join(root, 'MANIFEST.json')
const listed = existsSync(manifest) ? (JSON.parse(readFileSync(manifest, 'utf8')) as FileFacts[] | { files: FileFacts[] }) : []
const files = (Array.isArray(listed) ? listed : listed.files).filter(({ file }) => /^(raman|epr)\//.test(file))
if (files.length === 0) console.info(`Raman and EPR: skipped, no ${manifest}`)

const close = (value: number, expected: number, what: string): void => expect(Math.abs(value - expected), `${what}: ${value} against ${expected}`).toBeLessThanOrEqual(Math.abs(expected) * 1e-4 + 6e-4)
const siblingOf = (file: string) => (name: string): Uint8Array | undefined => {
  const path = join(dirname(file), basename(name))
  return existsSync(path) ? new Uint8Array(readFileSync(path)) : undefined
}

describe.skipIf(files.length === 0)('real Raman and EPR files', () => {
  it.each(files.map((facts) => [facts.file, facts] as const))('%s', (file, { expected }) => {
    const path = join(root, file)
    const bytes = new Uint8Array(readFileSync(path))
    const name = basename(path)
    const claim = recognise({ name, bytes: bytes.subarray(0, 65_536), size: bytes.length })[0]
    expect(claim, name).toBeDefined()
    const result = claim!.reader.read({ name, bytes, sibling: siblingOf(path) })
    if (expected.sidecar) return expect(result.companionOf).toBeDefined()
    const [measurement] = result.measurements
    const facts = (expected.spectrum0 ?? expected) as Facts
    const [x, y] = [measurement!.columns[0]!.values.slice(0, facts.points), measurement!.columns[1]!.values.slice(0, facts.points)]
    expect(y).toHaveLength(facts.points)
    if (expected.spectra !== undefined) expect(measurement!.segments).toHaveLength(expected.spectra)
    for (const [value, wanted, what] of [[x[0], facts.first_x, 'first x'], [x.at(-1), facts.last_x, 'last x'], [y[0], facts.first_y, 'first y'], [y.at(-1), facts.last_y, 'last y'], [Math.min(...y), facts.y_min, 'min y'], [Math.max(...y), facts.y_max, 'max y']] as const) close(value!, wanted, `${name} ${what}`)
    return expect(['RAMAN', 'EPR']).toContain(measurement!.technique)
  })
  // numpy 2.4.6 and scipy 1.17.1: line through the outer 5 %, cumulative_trapezoid, line through its ends, trapezoid (own script).
  it.each([['esp.par', 217_709, -1_510_438.132], ['emx_winepr.par', 13_907, 505.407186], ['bes3t_fieldsweep.DSC', 0.0413026472, 0.4807621215]])('%s: height and double integral of the whole spectrum as a second tool has them', (name, height, integral) => {
    const path = join(root, 'epr', name)
    const bytes = new Uint8Array(readFileSync(path))
    const [measurement] = recognise({ name, bytes, size: bytes.length })[0]!.reader.read({ name, bytes, sibling: siblingOf(path) }).measurements
    const whole = wholeSpectrum(measurement!.columns[0]!.values, measurement!.columns[1]!.values)
    expect(whole.peakToPeak / height).toBeCloseTo(1, 6)
    expect(whole.doubleIntegral / integral).toBeCloseTo(1, 4)
    expect(Math.abs(whole.doubleIntegral)).toBeGreaterThan(whole.uDoubleIntegral)
  })
})
