/// <reference types="vite/client" />
import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { everyRow, summariseMeasurement } from '../../src/shared/measurement'
import { readers, recognise } from '../../src/shared/readers'
import { ReadError, type FileHead, type Reader } from '../../src/shared/readers/reader'
import type { Fixture } from '../shared/readers/fixture'
import { simulatedLab } from '../../src/shared/simulate/simulatedLab'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const spectrum = Array.from({ length: 30 }, (_, i) => [400 + i * 10, 0.1 + 0.01 * i] as const)

/** A folder test/shared/readers/NAME with a fixture.ts brings its own: files that the project itself writes. */
const ownFixtures = Object.values(import.meta.glob<{ readonly fixtures: readonly Fixture[] }>('../shared/readers/*/fixture.ts', { eager: true })).flatMap((module) => module.fixtures)
/** One file of every format. */
const fixtures: Fixture[] = [
  ...ownFixtures,
  ...['chi-text', 'biologic-mpt', 'gamry-dta', 'cary-csv', 'vasp-doscar', 'run-sheet'].flatMap((reader) => {
    const file = simulatedLab(1).find(({ path, text, encoding }) => {
      const bytes = Uint8Array.from(Buffer.from(text, encoding))
      return recognise(headOf(path.split('/').at(-1)!, bytes))[0]?.reader.id === reader
    })
    return file ? [{ reader, name: file.path.split('/').at(-1)!, bytes: Uint8Array.from(Buffer.from(file.text, file.encoding)) }] : []
  }),
  { reader: 'shimadzu-uvvis', name: 'sample.txt', bytes: bytesOf(['"RuFe - RawData"', '"Wavelength nm.","Abs."', ...spectrum.map(([x, y]) => `${x.toFixed(2)},${y.toFixed(3)}`), ''].join('\r\n')) },
  { reader: 'spectrum-text', name: 'sample.csv', bytes: bytesOf(['SA_1', 'WL/nm,Abs', ...spectrum.map(([x, y]) => `${x},${y}`), ''].join('\n')) },
  { reader: 'delimited-table', name: 'own.csv', bytes: bytesOf(['Depth (mm);Signal (mV)', ...spectrum.map(([x, y]) => `${x};${String(y).replace('.', ',')}`), ''].join('\n')) }
]

function headOf(name: string, bytes: Uint8Array): FileHead {
  return { name, bytes: bytes.subarray(0, 65_536), size: bytes.length }
}

/** Files of these state neither a version nor which of several programs or layouts wrote them, at least not always or not where one looks to recognise them. */
const tellNoVersion = [
  'avantage-xlsx', 'run-sheet', 'literature-table', 'energy-table', 'sample-record', 'delimited-table', 'parstat-text', 'cary-csv', 'shimadzu-uvvis', 'spectrum-text', 'infrared-text', 'vasp-doscar', 'vasp-grid',
  'casa-text', 'landt-text', 'maccor-text', 'micrograph', 'neware-ndax', 'brml', 'labspec-text', 'renishaw-wdf', 'palmsens-csv', 'chromeleon-text', 'perkinelmer-sp', 'zahner-ism', 'zahner-isc', 'zahner-isw', 'rigaku-rasx', 'uvprobe-spc'
]

const ids = readers.map((reader) => reader.id)
const sentence = (error: unknown): void => {
  expect(error).toBeInstanceOf(ReadError)
  const { message } = error as ReadError
  expect(message.length).toBeGreaterThan(20)
  expect(message).not.toMatch(/\n|undefined|NaN|\[object|at .*\.ts/)
}

describe('every reader', () => {
  it('has a fixture here', () => expect(ids.filter((id) => !fixtures.some((fixture) => fixture.reader === id))).toEqual([]))
  it.each(fixtures.map((fixture) => [fixture.reader, fixture] as const))('%s claims its own file first and reads it whole', (id, { name, bytes, sibling, refused = false }) => {
    const [claim] = recognise(headOf(name, bytes))
    expect(claim?.reader.id).toBe(id)
    // Shown as 'Recognised because …'.
    expect(claim?.recognition.why).toMatch(/^(it|its|line|each|one|three|the|a) .{8,}[^.]$/)
    if (refused) return expect(() => claim!.reader.read({ name, bytes, sibling })).toThrow(ReadError)
    const { measurements, rows = [] } = claim!.reader.read({ name, bytes, sibling })
    expect(measurements.length + rows.length).toBeGreaterThan(0)
    for (const measurement of measurements) {
      expect(measurement.complete).toBe(true)
      // A picture is nothing but its brightness.
      expect(measurement.columns.length).toBeGreaterThan(id === 'micrograph' ? 0 : 1)
      for (const column of measurement.columns) expect(everyRow(column).length).toBeGreaterThan(2)
      expect(structuredClone(summariseMeasurement(measurement))).toEqual(summariseMeasurement(measurement))
    }
    return undefined
  })
  it('says the version, layout or program where its file tells it', () => {
    const silent = [...new Set(fixtures.filter(({ name, bytes }) => recognise(headOf(name, bytes))[0]?.recognition.version === undefined).map(({ reader }) => reader))]
    expect(silent.sort()).toEqual([...tellNoVersion].sort())
  })
  it.each(readers.map((reader) => [reader.id, reader] as const))('%s leaves the files of the others to them', (id, reader: Reader) => {
    for (const { name, bytes, reader: owner } of fixtures.filter((fixture) => fixture.reader !== id)) {
      const recognition = reader.recognises(headOf(name, bytes))
      if (recognition && !reader.isLastResort) expect(`${id} claims ${owner}`).toBe('nobody but its owner')
    }
  })
  it.each(readers.map((reader) => [reader.id, reader] as const))('%s refuses an empty file and rubbish', (_id, reader) => {
    const rubbish = [new Uint8Array(0), Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919 + (i >> 3)) & 255), bytesOf('<!DOCTYPE html><html><body>Sign in</body></html>'), bytesOf('version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12345\n'), new Uint8Array(4096)]
    for (const bytes of rubbish) expect(reader.recognises(headOf('unknown.txt', bytes))).toBeNull()
  })
  it.each(fixtures.map((fixture) => [fixture.reader, fixture] as const))('%s keeps what is there of a truncated file, or says one sentence', (id, { name, bytes, sibling }) => {
    const reader = readers.find((candidate) => candidate.id === id)!
    fc.assert(fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
      const cut = bytes.subarray(0, Math.floor(share * bytes.length))
      try {
        const { measurements } = reader.read({ name, bytes: cut, sibling })
        for (const { columns } of measurements) for (const { values } of columns) expect(values.length).toBeLessThanOrEqual(2_000_000)
      } catch (error) {
        sentence(error)
      }
    }), { numRuns: 40 })
  })
  it.each(fixtures.map((fixture) => [fixture.reader, fixture] as const))('%s survives flipped bytes', (id, { name, bytes, sibling }) => {
    const reader = readers.find((candidate) => candidate.id === id)!
    fc.assert(fc.property(fc.array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 20 }), (flips) => {
      const damaged = bytes.slice()
      for (const [place, value] of flips) damaged[Math.floor(place * damaged.length)] = value
      try {
        reader.recognises(headOf(name, damaged))
        reader.read({ name, bytes: damaged, sibling })
      } catch (error) {
        sentence(error)
      }
    }), { numRuns: 40 })
  })
})
