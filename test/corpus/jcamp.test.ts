import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { recognise } from '../../src/shared/readers'

const root = process.env['RUM_CORPUS'] ?? fileURLToPath(new URL('../../../shared/data', import.meta.url))
const isThere = existsSync(join(root, 'mechanism', 'ftir'))
if (!isThere) console.info(`JCAMP-DX: skipped, no ${join(root, 'mechanism', 'ftir')}`)
const read = (path: string) => {
  const bytes = new Uint8Array(readFileSync(join(root, path)))
  const claim = recognise({ name: path, bytes: bytes.subarray(0, 65_536), size: bytes.length })[0]!
  expect(claim.reader.id).toBe('jcamp-dx')
  return claim.reader.read({ name: path, bytes }).measurements
}

/** Facts of the manifests, found with another reader. */
describe.skipIf(!isThere)('real JCAMP-DX files', () => {
  it.each([
    ['mechanism/ftir/ammonia_ir.jdx', 3578, 453.094, 3798.49, 0.899, 0.853, 2973.4261], ['mechanism/ftir/difdup_dupdec1.jdx', 3951, 4400, 450, 82.25, 78.58, 258441.61]
  ])('%s', (path, points, firstX, lastX, firstY, lastY, sum) => {
    const [spectrum] = read(path)
    const [x, y] = [spectrum!.columns[0]!.values, spectrum!.columns[1]!.values]
    expect(spectrum!.technique).toBe('IR')
    expect([x.length, x[0], y[0]]).toEqual([points, firstX, firstY])
    expect(x.at(-1)).toBeCloseTo(lastX, 4)
    expect(y.at(-1)).toBeCloseTo(lastY, 6)
    expect(y.reduce((total, value) => total + value, 0)).toBeCloseTo(sum, 2)
  })
  it('instruments/uvvis/uv.jdx: two linked spectra', () => {
    const found = read('instruments/uvvis/uv.jdx')
    expect(found.map(({ columns, technique }) => [columns[0]!.values.length, columns[0]!.unit, columns[1]!.unit, technique])).toEqual([[911, 'NANOMETERS', 'ABSORBANCE', 'UVVIS'], [911, 'NANOMETERS', 'VARIANCE', 'UVVIS']])
    expect(found[0]!.columns[1]!.values[0]).toBeCloseTo(0.0933451653, 9)
    expect(found[0]!.columns[1]!.values.at(-1)).toBeCloseTo(-0.159801483, 9)
  })
})
