import type { Settings } from '../analyses/analysis'
import { columnOf, type Measurement } from '../measurement'
import { interpolate } from '../numerics/interpolate'
import type { Analyte } from './species'
import { toSi } from './unitFactor'

/** nm; `background_nm` is subtracted twice (nitrate: A220 − 2·A275), `baseline_nm` is a straight line under the band; null for none. */
export interface AssayWavelength { readonly main_nm: number; readonly background_nm: number | null; readonly baseline_nm: readonly [number, number] | null }

/** Assays that are offered by name, with the wavelength at which they are read. */
export const namedAssays: Readonly<Partial<Record<Analyte, ReadonlyMap<string, number>>>> = {
  NH3: new Map([['indophenol blue, 655 nm', 655], ['salicylate, 660 nm', 660], ['salicylate, 697 nm', 697], ['Nessler, 420 nm', 420]]),
  NO2: new Map([['Griess, 540 nm', 540]])
}
/** The setting then is the wavelength itself. */
export const byWavelength = 'by its wavelength'

/** The wavelengths that the calibration's settings state; samples are read at the same ones. undefined: no such assay. RangeError for a baseline that cannot be read. */
export function assayWavelength(settings: Settings, analyte: Analyte): AssayWavelength | undefined {
  const named = namedAssays[analyte]?.get(String(settings[`assay_${analyte}`] ?? ''))
  const main = named ?? settings[`wavelength_${analyte}`]
  const background = settings[`background_${analyte}`]
  if (typeof main !== 'number' || !(main > 0)) return undefined
  return { main_nm: main, background_nm: typeof background === 'number' && background > 0 ? background : null, baseline_nm: baselineOf(String(settings[`baseline_${analyte}`] ?? ''), main) }
}

function baselineOf(text: string, main_nm: number): readonly [number, number] | null {
  if (text.trim() === '') return null
  const [low = NaN, high = NaN] = (/^\s*(\d+(?:\.\d+)?)\s*[-–;]\s*(\d+(?:\.\d+)?)\s*$/.exec(text)?.slice(1) ?? []).map(Number)
  if (low < main_nm && main_nm < high) return [low, high]
  throw new RangeError(`the baseline "${text}" is no pair of wavelengths on both sides of ${main_nm} nm; write it like ${main_nm - 100}-${main_nm + 100}`)
}

export function wavelengthText({ main_nm, background_nm, baseline_nm }: AssayWavelength): string {
  const background = background_nm === null ? '' : ` − 2 × ${background_nm} nm`
  return `${main_nm} nm${background}${baseline_nm === null ? '' : ` above a line from ${baseline_nm[0]} to ${baseline_nm[1]} nm`}`
}

/** Absorbance of a spectrum at the assay's wavelength, linear between its points; undefined where the spectrum does not reach or is no absorbance. */
export function assayAbsorbance(spectrum: Measurement, { main_nm, background_nm, baseline_nm }: AssayWavelength): number | undefined {
  const at = (nm: number | undefined): number => (nm === undefined ? 0 : absorbanceAt(spectrum, nm) ?? NaN)
  const [low, high] = baseline_nm ?? []
  const share = low === undefined || high === undefined ? 0 : (main_nm - low) / (high - low)
  const value = at(main_nm) - 2 * at(background_nm ?? undefined) - (1 - share) * at(low) - share * at(high)
  return Number.isNaN(value) ? undefined : value
}

function absorbanceAt(spectrum: Measurement, wavelength_nm: number): number | undefined {
  const wavelength = columnOf(spectrum, 'wavelength')
  const absorbance = columnOf(spectrum, 'absorbance')
  if (!wavelength || !absorbance) return undefined
  const unit = toSi(wavelength.unit)
  if (unit?.si !== 'm') return undefined
  const perNm = unit.factor / 1e-9
  const points: (readonly [number, number])[] = []
  wavelength.values.forEach((value, row) => {
    const y = absorbance.values[row] ?? NaN
    if (Number.isFinite(value) && Number.isFinite(y)) points.push([value * perNm, y])
  })
  if (points.length === 0) return undefined
  points.sort((a, b) => a[0] - b[0])
  return interpolate(points.map((point) => point[0]), points.map((point) => point[1]), wavelength_nm)
}
