import type { NamedValue } from '../../measurement'
import { numbered } from '../casaText/componentNames'

/**
 * What CasaXPS keeps in the comment of a block: 'Calib M = measured A = assigned BE ADD' lines, which add up, and one line a component,
 * 'CASA comp (*name*) (*shape*) Area … MFWHM … Position …' with value, limits and links of each.
 * Traps: the spectrum itself is stored as measured; positions are kinetic energies after the calibration, so that hν − position is the binding
 * energy which CasaXPS shows; limits stand behind each value.
 */
export interface CasaFit {
  /** Name: Position, FWHM, Area, Lineshape of each component, as the text of CasaXPS has them; positions are binding energies. */
  readonly components: readonly NamedValue[]
  /** What the calibration adds to the binding energies; null where its line is of another form. */
  readonly calibration_eV: number | null
}

const number = '([-+]?\\d+(?:\\.\\d*)?(?:[eE][-+]?\\d+)?)'
const calibration = new RegExp(`^Calib M = ${number} A = ${number} BE ADD$`)
const component = /^CASA comp \(\*(.*?)\*\) \(\*(.*?)\*\) (.*)$/
const valueOf = (key: string, text: string): number => Number(new RegExp(`(?:^| )${key} ${number}(?: |$)`).exec(text)?.[1] ?? NaN)

/** Positions go with the binding energies of the block: those derived from kinetic energies are calibrated, its own are as measured. */
export function casaFit(comment: readonly string[], sourceEnergy_eV: number, isAxisCalibrated: boolean): CasaFit {
  let shift: number | null = 0
  for (const line of comment.filter((one) => one.startsWith('Calib '))) {
    const [, measured, assigned] = calibration.exec(line) ?? []
    shift = shift === null || measured === undefined || assigned === undefined ? null : shift + Number(assigned) - Number(measured)
  }
  const calibration_eV = shift === null ? null : Number(shift.toFixed(6))
  const found = comment.flatMap((line) => {
    const [, name, shape, rest] = component.exec(line) ?? []
    if (name === undefined || shape === undefined || rest === undefined) return []
    return [{ name: name.trim(), shape, position: valueOf('Position', rest), fwhm: valueOf('M?FWHM', rest), area: valueOf('Area', rest) }]
  })
  if (calibration_eV === null || !(sourceEnergy_eV > 0)) return { components: [], calibration_eV }
  const names = numbered(found.map(({ name }) => (name === '' ? 'component' : name)))
  const onAxis = (position: number): number => Number((sourceEnergy_eV - position - (isAxisCalibrated ? 0 : calibration_eV)).toFixed(6))
  const rows = (row: string, of: (one: (typeof found)[number]) => number | string): NamedValue[] =>
    found.map((one, i) => ({ name: `${names[i]!}: ${row}`, value: of(one) })).filter(({ value }) => !Number.isNaN(value))
  return {
    components: [...rows('Position', ({ position }) => onAxis(position)), ...rows('FWHM', ({ fwhm }) => fwhm), ...rows('Area', ({ area }) => area),
      ...rows('Lineshape', ({ shape }) => shape)],
    calibration_eV
  }
}
