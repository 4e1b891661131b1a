/**
 * Thermo/Galactic GRAMS (.spc, binary): header of 512 bytes (second byte 0x4B new, 0x4D old LabCalc), subfiles with a header of 32 bytes each.
 * The decoding is spc-parser's; the numbers of points and subfiles are held against the size of the file first.
 * Traps: Bruker ESP files are called .spc too (told by the second byte); y as integers with a common exponent; x stored or even.
 */
import { parse } from 'spc-parser'
import type { Column, Measurement, Technique } from '../../measurement'
import type { QuantityKind } from '../../quantity'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { layoutOf } from './layout'

const MOST_BYTES = 300_000_000
function recognises({ bytes, size }: FileHead): Recognition | null {
  const layout = layoutOf(bytes, size)
  return layout ? { confidence: 'certain', why: `its header is that of a GRAMS file of ${layout.spectra > 1 ? `${layout.spectra} spectra` : 'one spectrum'}`, version: layout.version } : null
}

function read({ bytes }: ReadableFile): ReadResult {
  const layout = layoutOf(bytes, bytes.length)
  if (!layout || bytes.length > MOST_BYTES) throw new ReadError(layout ? 'The file is larger than 300 MB; export its spectra in parts.' : 'The header does not fit the size of the file; it was cut off or damaged, export the spectrum again.')
  const { parsed, warnings } = decoded(bytes)
  const measurements = parsed.spectra.flatMap((spectrum, i) => measurementOf(spectrum.variables, parsed.spectra.length > 1 ? `spectrum ${i + 1}` : '', parsed.meta, i === 0 ? warnings : []))
  if (measurements.length === 0) throw new ReadError('The file holds no spectrum with x and y; export it again.')
  return { measurements }
}

/** Where the header says that the log stands. */
const logAt = 248
const withoutLog = 'The log of the file (its remarks) cannot be read; the numbers can.'

function decoded(bytes: Uint8Array): { parsed: ReturnType<typeof parse>; warnings: readonly string[] } {
  // A copy of its own: the library takes whole buffers.
  const copy = new Uint8Array(bytes)
  try {
    return { parsed: parse(copy.buffer), warnings: [] }
  } catch {
    try {
      new DataView(copy.buffer).setUint32(logAt, 0, true)
      return { parsed: parse(copy.buffer), warnings: [withoutLog] }
    } catch {
      throw new ReadError('The spectrum is cut off or damaged and cannot be decoded; export it again.')
    }
  }
}

interface Variable { readonly label: string; readonly units?: string; readonly data: ArrayLike<number> }

const xKinds: readonly (readonly [RegExp, QuantityKind])[] = [[/nanomet|micromet|^nm$|^um$/i, 'wavelength'], [/wavenumber|cm-1|raman|1\/cm/i, 'wavenumber'], [/second|minute|hour|^time/i, 'time'], [/gauss|tesla/i, 'field']]

function measurementOf(variables: { readonly x?: Variable; readonly y?: Variable }, title: string, meta: ReturnType<typeof parse>['meta'], warnings: readonly string[]): Measurement[] {
  const [x, y] = [variables.x, variables.y]
  if (!x || !y || x.data.length < 2 || x.data.length !== y.data.length) return []
  const quantity = xKinds.find(([pattern]) => pattern.test(`${x.label} ${x.units ?? ''}`))?.[1] ?? 'other'
  const isRaman = /raman/i.test(x.label)
  const technique: Technique = quantity === 'wavelength' ? 'UVVIS' : quantity === 'wavenumber' ? (isRaman ? 'RAMAN' : 'IR') : quantity === 'field' ? 'EPR' : 'OTHER'
  const column = (variable: Variable, kind: QuantityKind): Column => ({ name: variable.label, quantity: kind, unit: variable.units ?? '', values: Float64Array.from(variable.data) })
  const memo = String(meta.memo ?? '').trim()
  return [{
    technique, title, segments: [], header: {}, startedAt: null, signConvention: null, warnings, complete: true, facts: [], settings: memo === '' ? [] : [{ name: 'memo', value: memo }],
    columns: [column(x, quantity), column(y, /absorbance/i.test(y.label) ? 'absorbance' : /intensity|counts|transmi|reflect/i.test(y.label) ? 'intensity' : 'other')]
  }]
}

export const galacticSpc: Reader = { id: 'galactic-spc', format: 'GRAMS spectrum (.spc)', vendor: 'Thermo Galactic', recognises, read }
