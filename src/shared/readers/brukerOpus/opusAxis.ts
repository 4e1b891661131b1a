import type { QuantityKind } from '../../quantity'
import { ReadError } from '../reader'
import type { Parameters } from './opusBlocks'

export interface OpusAxis {
  readonly points: number
  readonly from: number
  readonly to: number
  readonly factor: number
  /** DPF: 1 numbers of four bytes, 2 whole numbers of four bytes. */
  readonly isInteger: boolean
  readonly quantity: QuantityKind
  readonly name: string
  readonly unit: string
}

const units: Readonly<Record<string, readonly [QuantityKind, string, string]>> = {
  WN: ['wavenumber', 'Wavenumber', 'cm-1'], MI: ['wavelength', 'Wavelength', 'µm'], NM: ['wavelength', 'Wavelength', 'nm'], MIN: ['time', 'Time', 'min'], PNT: ['other', 'Point', '']
}

/** The axis runs evenly from FXV to LXV, both counted. */
export function axisOf(name: string, axis: Parameters): OpusAxis {
  const [points, from, to, factor, format] = [axis.get('NPT'), axis.get('FXV'), axis.get('LXV'), axis.get('CSF') ?? 1, axis.get('DPF')]
  if (typeof points !== 'number' || points < 2 || typeof from !== 'number' || typeof to !== 'number' || from === to || typeof factor !== 'number' || ![from, to, factor].every(Number.isFinite)) {
    throw new ReadError(`The axis of the ${name} spectrum is damaged (NPT, FXV, LXV, CSF); copy the file again.`)
  }
  if (format !== 1 && format !== 2) throw new ReadError(`The numbers of the ${name} spectrum are of a kind that is not known (DPF ${format ?? 'missing'}); export it from OPUS as data points or JCAMP-DX.`)
  const unit = String(axis.get('DXU') ?? '')
  const [quantity, title, own] = units[unit] ?? ['other', 'x', unit]
  return { points, from, to, factor, isInteger: format === 2, quantity, name: title, unit: own }
}

export const axisValue = ({ from, to, points }: OpusAxis, i: number): number => from + ((to - from) * i) / (points - 1)

/** Value i behind a place, unscaled. */
export const valueAt = (view: DataView, { isInteger }: OpusAxis, at: number, i: number): number => (isInteger ? view.getInt32(at + 4 * i, true) : view.getFloat32(at + 4 * i, true))
