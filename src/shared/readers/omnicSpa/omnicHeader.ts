import type { NamedValue, Technique } from '../../measurement'
import type { QuantityKind } from '../../quantity'
import { ReadError } from '../reader'

type Named = readonly [kind: QuantityKind, name: string, unit: string]
const axes: Readonly<Record<number, Named>> = {
  1: ['wavenumber', 'Wavenumber', 'cm-1'], 2: ['other', 'Point', ''], 3: ['wavelength', 'Wavelength', 'nm'], 4: ['wavelength', 'Wavelength', 'µm'], 32: ['wavenumber', 'Raman shift', 'cm-1']
}
const signals: Readonly<Record<number, Named>> = {
  11: ['intensity', 'Reflectance', '%'], 12: ['intensity', 'log(1/R)', ''], 15: ['intensity', 'Single beam', ''], 16: ['intensity', 'Transmittance', '%'], 17: ['absorbance', 'Absorbance', ''], 20: ['intensity', 'Kubelka–Munk', ''],
  21: ['intensity', 'Reflectance', ''], 22: ['intensity', 'Detector signal', 'V'], 26: ['intensity', 'Photoacoustic', ''], 31: ['intensity', 'Raman intensity', '']
}
export const HEADER_BYTES = 140

export interface OmnicHeader {
  readonly points: number
  readonly first: number
  readonly last: number
  readonly x: Named
  readonly y: Named
  readonly technique: Technique
  readonly settings: readonly NamedValue[]
  readonly facts: readonly NamedValue[]
  readonly warnings: readonly string[]
}

/** Points u32 at 4, units of x and y u8 at 8 and 12, first and last x f32 at 16 and 20, scans u32 at 36, background scans u32 at 52, time u32 in 1/100 s at 68, laser f32 at 80. */
export function headerAt(bytes: Uint8Array, at: number): OmnicHeader {
  if (at + HEADER_BYTES > bytes.length) throw new ReadError('The file ends before the header of its spectrum; it was cut off, copy it again.')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const u32 = (offset: number): number => view.getUint32(at + offset, true)
  const [points, xUnit, yUnit] = [u32(4), bytes[at + 8]!, bytes[at + 12]!]
  const [first, last] = [view.getFloat32(at + 16, true), view.getFloat32(at + 20, true)]
  if (points < 2 || ![first, last].every((value) => Number.isFinite(value) && Math.abs(value) < 1e9) || first === last) throw new ReadError('The header of the spectrum is damaged (points, first and last x); copy the file again.')
  const x: Named = axes[xUnit] ?? ['other', 'x', '']
  const y: Named = signals[yUnit] ?? ['intensity', 'Intensity', '']
  const laser = view.getFloat32(at + 80, true)
  return {
    points, first, last, x, y,
    technique: xUnit === 32 || yUnit === 31 ? 'RAMAN' : x[0] === 'wavenumber' || xUnit === 4 ? 'IR' : x[0] === 'wavelength' ? 'UVVIS' : 'OTHER',
    settings: [
      { name: 'Number of scans', value: u32(36) }, { name: 'Number of background scans', value: u32(52) }, { name: 'Collection length (s)', value: u32(68) / 100 },
      ...(laser > 0 && laser < 1e6 ? [{ name: 'Laser frequency (cm-1)', value: laser }] : [])
    ],
    facts: [{ name: 'scans', value: u32(36) }],
    warnings: [...(axes[xUnit] ? [] : [`The unit of x is not known here (code ${xUnit}).`]), ...(signals[yUnit] ? [] : [`The unit of y is not known here (code ${yUnit}).`])]
  }
}

/** x runs evenly from the first to the last point, both counted. */
export const axisValue = ({ first, last, points }: OmnicHeader, i: number): number => first + ((last - first) * i) / (points - 1)
