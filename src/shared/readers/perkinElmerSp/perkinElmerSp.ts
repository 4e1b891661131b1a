/**
 * PerkinElmer Spectrum and UV WinLab (.sp, binary, little endian): 'PEPE', a description of 40 bytes ('2D constant interval DataSet file'), block 120
 * whose members are id i16, size i32 and a typed value (spMembers.ts): range and step of x, number of points, labels, the numbers as f64.
 * Traps: the step has a sign and x runs in its direction; transmittance is in percent; images (.fsm, '4D') are another layout.
 */
import type { Column, Measurement, Technique } from '../../measurement'
import type { QuantityKind } from '../../quantity'
import { signalColumn } from '../spectrumText/signalColumn'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { ids, membersOf, SpValues } from './spMembers'

const MARK = 'PEPE2D constant interval DataSet'
const isSp = (bytes: Uint8Array): boolean => bytes.length >= 50 && String.fromCharCode(...bytes.subarray(0, MARK.length)) === MARK

function recognises({ bytes }: FileHead): Recognition | null {
  return isSp(bytes) ? { confidence: 'certain', why: `it begins with "${MARK}" of PerkinElmer` } : null
}

const xKinds: Readonly<Record<string, readonly [QuantityKind, string, Technique]>> = { nm: ['wavelength', 'Wavelength', 'UVVIS'], 'cm-1': ['wavenumber', 'Wavenumber', 'IR'], '1/cm': ['wavenumber', 'Wavenumber', 'IR'] }

function read({ bytes }: ReadableFile): ReadResult {
  if (!isSp(bytes)) throw new ReadError('The file does not begin with a data set of PerkinElmer; save it again from Spectrum or UV WinLab.')
  const values = new SpValues(bytes, membersOf(bytes))
  const [range, step, points, data] = [values.range(ids.xRange), values.number(ids.step), values.integer(ids.points), values.numbers(ids.values)]
  if (!range || step === null || points === null || points < 2 || ![...range, step].every(Number.isFinite)) throw new ReadError('The axis of the spectrum is missing or damaged; copy the file again.')
  if (Math.abs(range[0] + (points - 1) * step - range[1]) > 1e-3 * Math.abs(step)) throw new ReadError(`The axis does not fit together: ${points} points from ${range[0]} in steps of ${step} do not end at ${range[1]}; the file is damaged, copy it again.`)
  if (!data) throw new ReadError('The file ends before the numbers of its spectrum; it was cut off, copy it again.')
  if (data.announced !== points) throw new ReadError(`The axis has ${points} points, the data ${data.announced}; the file is damaged, copy it again.`)
  if (data.here < 2) throw new ReadError('The file ends before the numbers of its spectrum; it was cut off, copy it again.')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const y = Float64Array.from({ length: data.here }, (_, i) => view.getFloat64(data.at + 8 * i, true))
  const unit = values.text(ids.xLabel)
  const [kind, name, technique] = xKinds[unit.toLowerCase()] ?? ['other', 'x', 'OTHER']
  const isCut = data.here < points
  return { measurements: [measurement(values, technique, [
    { name, quantity: kind, unit, values: Float64Array.from(y, (_, i) => range[0] + i * step) }, signalColumn(values.text(ids.yLabel) || 'Signal', y)
  ], [...(isCut ? [`The file holds ${data.here} of ${points} points: it was cut off.`] : disagreement(values.range(ids.yRange), y))], !isCut)] }
}

function measurement(values: SpValues, technique: Technique, columns: readonly Column[], warnings: readonly string[], complete: boolean): Measurement {
  const history = values.textsIn(ids.history)
  const settings = [{ name: 'File', value: values.text(ids.file) }, { name: 'Kind', value: values.text(ids.kind) }, ...history.map((value) => ({ name: 'history', value }))].filter(({ value }) => value !== '')
  return { technique, title: values.text(ids.name), columns, segments: [], settings, facts: [], header: {}, startedAt: history.map(startOf).find((time) => time !== null) ?? null, signConvention: null, warnings, complete }
}

/** 'Mon Oct 28 16:08:45 2024', as every record of the history has it; the first is the newest. */
function startOf(text: string): string | null {
  const match = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) {1,2}(\d{1,2}) (\d{2}:\d{2}:\d{2}) (\d{4})$/.exec(text)
  const month = match && ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'].indexOf(match[1]!) + 1
  return match && month ? `${match[4]}-${String(month).padStart(2, '0')}-${match[2]!.padStart(2, '0')}T${match[3]}` : null
}

/** The file states between which values y lies; where it does not, numbers were changed. */
function disagreement(stated: readonly [number, number] | null, y: Float64Array): string[] {
  if (!stated || !stated.every(Number.isFinite) || !(stated[1] > stated[0])) return []
  let [min, max] = [Infinity, -Infinity]
  for (const value of y) { min = Math.min(min, value); max = Math.max(max, value) }
  const tolerance = 1e-5 * Math.max(Math.abs(stated[0]), Math.abs(stated[1]))
  return Math.abs(min - stated[0]) <= tolerance && Math.abs(max - stated[1]) <= tolerance ? [] : [`The file says that the spectrum lies between ${Number(stated[0].toPrecision(6))} and ${Number(stated[1].toPrecision(6))}; its numbers lie between ${Number(min.toPrecision(6))} and ${Number(max.toPrecision(6))}.`]
}

export const perkinElmerSp: Reader = { id: 'perkinelmer-sp', format: 'PerkinElmer spectrum (.sp)', vendor: 'PerkinElmer', recognises, read }
