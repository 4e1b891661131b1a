import type { Fixture } from '../fixture'

export type SpeType = 'f4' | 'i4' | 'i2' | 'u2' | 'f8' | 'u1' | 'u4'
const types: Readonly<Record<SpeType, readonly [code: number, size: number, write: (view: DataView, at: number, value: number) => void]>> = {
  f4: [0, 4, (view, at, value) => view.setFloat32(at, value, true)], i4: [1, 4, (view, at, value) => view.setInt32(at, value, true)], i2: [2, 2, (view, at, value) => view.setInt16(at, value, true)],
  u2: [3, 2, (view, at, value) => view.setUint16(at, value, true)], f8: [5, 8, (view, at, value) => view.setFloat64(at, value, true)], u1: [6, 1, (view, at, value) => view.setUint8(at, value)], u4: [8, 4, (view, at, value) => view.setUint32(at, value, true)]
}
const HEADER = 4100

export interface Calibration { readonly shown?: number; readonly unit: number; readonly coefficients: readonly number[]; readonly order?: number; readonly stated?: readonly (readonly [pixel: number, value: number])[]; readonly laser_nm?: number; readonly label?: string }
export interface SpeParts {
  /** One a row; the rows of a frame stand together. */
  readonly spectra: readonly (readonly number[])[]
  readonly rows?: number
  readonly type?: SpeType
  readonly version?: number
  readonly calibration?: Calibration
  /** First pixel on the detector, pixels to a point. */
  readonly place?: readonly [number, number]
  /** Behind the pixels of each frame. */
  readonly times?: readonly number[]
  readonly footer?: string
}

const write = (bytes: Uint8Array, at: number, text: string): void => bytes.set([...text].map((letter) => letter.charCodeAt(0)), at)

/** A .spe from the layout alone. */
export function speFile({ spectra, rows = 1, type = 'u2', version = 2.5, calibration, place, times, footer }: SpeParts): Uint8Array<ArrayBuffer> {
  const [code, size, put] = types[type]
  const points = spectra[0]!.length
  const frames = spectra.length / rows
  const stride = points * rows * size + (times ? 8 : 0)
  const end = HEADER + frames * stride
  const xml = new TextEncoder().encode(footer ?? '')
  const out = new Uint8Array(end + xml.length)
  const view = new DataView(out.buffer)
  for (const [at, value] of [[42, points], [656, rows], [108, code], [4098, 0x5555]] as const) view.setUint16(at, value, true)
  view.setInt32(1446, frames, true)
  view.setUint32(2996, 0x01234567, true)
  view.setFloat32(1992, version, true)
  if (footer === undefined) {
    view.setFloat32(10, 0.1, true)
    view.setFloat32(36, -70, true)
    view.setInt32(668, 20, true)
    for (const [at, text] of [[20, '05Mar2026'], [172, '101112'], [200, 'RuFe-NC in acid'], [688, '2.6.21 Nov2014']] as const) write(out, at, text)
  } else view.setUint32(678, end, true)
  if (place) [1, place[0], 0, place[1]].forEach((value, i) => view.setUint16(1510 + 2 * i, value, true))
  if (calibration) {
    const { shown = calibration.unit, unit, coefficients, order = coefficients.length - 1, stated = [], laser_nm = 0, label = '' } = calibration
    for (const [at, value] of [[16, shown], [98, 1], [99, unit], [100, unit], [101, order], [102, stated.length]] as const) view.setUint8(3000 + at, value)
    stated.forEach(([pixel, value], i) => { view.setFloat64(3103 + 8 * i, pixel, true); view.setFloat64(3183 + 8 * i, value, true) })
    coefficients.forEach((value, i) => view.setFloat64(3263 + 8 * i, value, true))
    view.setFloat64(3311, laser_nm, true)
    write(out, 3321, label)
  }
  spectra.forEach((values, k) => values.forEach((value, i) => put(view, HEADER + Math.floor(k / rows) * stride + ((k % rows) * points + i) * size, value)))
  times?.forEach((ticks, k) => view.setBigInt64(HEADER + k * stride + stride - 8, BigInt(ticks), true))
  out.set(xml, end)
  return out
}

export interface FooterParts { readonly width: number; readonly height?: number; readonly frames?: number; readonly size?: 2 | 4; readonly wavelengths?: readonly number[]; readonly laser_nm?: number; readonly hasTimes?: boolean; readonly x?: number; readonly detector?: number; readonly format?: string }

export function footerText({ width, height = 1, frames = 1, size = 2, wavelengths, laser_nm, hasTimes = false, x = 0, detector = width, format = size === 2 ? 'MonochromeUnsigned16' : 'MonochromeFloating32' }: FooterParts): string {
  const bytes = width * height * size
  const time = '<TimeStamp event="ExposureStarted" type="Int64" bitDepth="64" resolution="1000000" absoluteTime="2026-03-05T10:11:12.5000000+01:00" />'
  return `<SpeFormat version="3.0" xmlns="http://www.princetoninstruments.com/spe/2009"><DataFormat><DataBlock type="Frame" count="${frames}" pixelFormat="${format}" size="${bytes}" stride="${bytes + (hasTimes ? 8 : 0)}"${hasTimes ? ' metaFormat="1"' : ''} calibrations="1">`
    + `<DataBlock type="Region" calibrations="2,3" count="1" width="${width}" height="${height}" size="${bytes}" stride="${bytes}" /></DataBlock></DataFormat>${hasTimes ? `<MetaFormat><MetaBlock id="1">${time}</MetaBlock></MetaFormat>` : ''}<Calibrations>`
    + (wavelengths ? `<WavelengthMapping id="1" orientation="Normal"${laser_nm === undefined ? '' : ` laserLine="${laser_nm}"`}><Wavelength xml:space="preserve">${wavelengths.join(',')}</Wavelength></WavelengthMapping>` : '')
    + `<SensorInformation id="2" orientation="Normal" width="${detector}" height="400" /><SensorMapping id="3" x="${x}" y="0" height="400" width="${width}" xBinning="1" yBinning="400" /></Calibrations>`
    + '<DataHistories><DataHistory id="1"><Origin creator="lab" created="2026-03-05T10:11:11.1234567+01:00" software="LightField" softwareVersion="6.17"><Experiment><System><Cameras count="1"><Camera model="PIXIS: 100BR" /></Cameras></System>'
    + '<Devices><Cameras count="1"><Camera><ShutterTiming><ExposureTime type="Double">4000</ExposureTime></ShutterTiming></Camera></Cameras></Devices></Experiment></Origin></DataHistory></DataHistories></SpeFormat>'
}

const nm = { unit: 4, coefficients: [790, 0.25, -1e-5], laser_nm: 785 }
const peak = (height: number) => Array.from({ length: 200 }, (_, i) => Math.round(600 + height / (1 + ((i - 90) / 5) ** 2)))
export const fixtures: readonly Fixture[] = [
  { reader: 'winspec-spe', name: 'raman.spe', bytes: speFile({ spectra: [peak(900), peak(1200)], calibration: { ...nm, shown: 6 } }) },
  { reader: 'winspec-spe', name: 'lightfield.spe', bytes: speFile({ spectra: [peak(900)], version: 3, footer: footerText({ width: 200, wavelengths: Array.from({ length: 200 }, (_, i) => 500 + i / 4) }) }) }
]
