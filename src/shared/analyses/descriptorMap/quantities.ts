import type { ComputeContext, Conditions, Result } from '../analysis'
import { DMPO_H } from '../../spectroscopy/spinAdducts'
import { dBandDefinition } from '../comparison'

/** A number that each catalyst has one of, and where it is found. `definition`: settings that must be alike for it to be compared. */
export interface Quantity { readonly title: string; readonly unit: string; readonly analysis: string; readonly metric: string; readonly pick: 'largest' | 'smallest' | 'withNitrate' | 'first'; readonly conditions?: Conditions; readonly definition?: readonly string[] }
/** Its name within a sentence, where nothing is set as a subscript. */
export const inWords = ({ title }: Quantity): string => title.replace('ε_d', 'd-band centre').replace(' U_L', '')

/** Numbers of the mechanism. */
export const descriptors: ReadonlyMap<string, Quantity> = new Map<string, Quantity>([
  ['d-band centre (DFT)', { title: 'ε_d (DFT)', unit: 'eV', analysis: 'd-band-pdos', metric: 'd_band_centre_dft', pick: 'first', definition: dBandDefinition }],
  ['d-band centre (XPS)', { title: 'ε_d (XPS)', unit: 'eV', analysis: 'd-band-xps', metric: 'd_band_centre_xps', pick: 'first', definition: ['from', 'to', 'background', 'calibration'] }],
  ['d-band width', { title: 'd-band width', unit: 'eV', analysis: 'd-band-pdos', metric: 'd_band_width_dft', pick: 'first', definition: dBandDefinition }],
  ['d-band filling', { title: 'd-band filling', unit: '', analysis: 'd-band-pdos', metric: 'd_band_filling_dft', pick: 'first', definition: dBandDefinition }],
  ['ΔE(*NO3)', { title: 'ΔE(*NO₃)', unit: 'eV', analysis: 'adsorption-energy', metric: 'adsorption_energy', pick: 'smallest', conditions: { species: '*NO3' } }],
  ['ΔE(*NO2)', { title: 'ΔE(*NO₂)', unit: 'eV', analysis: 'adsorption-energy', metric: 'adsorption_energy', pick: 'smallest', conditions: { species: '*NO2' } }],
  ['ΔG(*H)', { title: 'ΔG(*H)', unit: 'eV', analysis: 'adsorption-energy', metric: 'adsorption_free_energy', pick: 'smallest', conditions: { species: '*H' } }],
  ['limiting potential', { title: 'limiting potential U_L', unit: 'V', analysis: 'free-energy', metric: 'limiting_potential', pick: 'first' }],
  ['lattice spacing', { title: 'lattice spacing', unit: 'nm', analysis: 'diffraction', metric: 'lattice_spacing', pick: 'first' }],
  ['I_D/I_G', { title: 'I_D/I_G', unit: '', analysis: 'vibrational-bands', metric: 'id_ig', pick: 'first', conditions: { by: 'heights' } }],
  ['•H signal', { title: 'DMPO–H intensity', unit: 'a.u.', analysis: 'spin-trapping', metric: 'epr_intensity', pick: 'withNitrate', conditions: { adduct: DMPO_H } }]
])
/** Numbers of performance. */
export const performances: ReadonlyMap<string, Quantity> = new Map<string, Quantity>([
  ['onset', { title: 'Onset vs RHE', unit: 'V', analysis: 'linear-sweep', metric: 'onset', pick: 'withNitrate' }],
  ['overpotential', { title: 'η(10 mA cm⁻²)', unit: 'V', analysis: 'linear-sweep', metric: 'overpotential_10', pick: 'withNitrate' }],
  ['best FE', { title: 'best FE(NH₃)', unit: '%', analysis: 'faradaic-efficiency', metric: 'fe_nh3', pick: 'largest' }],
  ['best yield', { title: 'best NH₃ yield', unit: 'mg h⁻¹ mg_cat⁻¹', analysis: 'ammonia-yield', metric: 'yield_nh3_mass', pick: 'largest' }],
  ['Tafel slope', { title: 'Tafel slope', unit: 'mV dec⁻¹', analysis: 'tafel-slope', metric: 'tafel_slope', pick: 'first' }]
])

/** One number a catalyst: the best for FE and yield, else the first; with nitrate; a mean before its single runs. At a potential where one is asked for. */
export function valuesOf({ analysis, metric, pick, conditions = {} }: Quantity, context: ComputeContext, potential_V_RHE: number | null = null): ReadonlyMap<string, Result> {
  const chosen = new Map<string, Result>()
  for (const outcome of context.upstreamAll(analysis)) {
    const own = outcome.results.filter((result) => result.metric === metric && result.conditions.cycle === undefined && isAt(result, potential_V_RHE) && Object.entries(conditions).every(([key, value]) => result.conditions[key] === value) && (pick === 'first' || result.conditions.nitrate_M !== 0))
    const means = own.filter(({ n }) => n !== undefined)
    const list = means.length > 0 ? means : own
    const sign = pick === 'smallest' ? -1 : 1
    const best = pick === 'largest' || pick === 'smallest' ? list.reduce<Result | undefined>((a, b) => (a === undefined || sign * b.value > sign * a.value ? b : a), undefined) : list[0]
    if (best && outcome.catalyst !== null) chosen.set(outcome.catalyst, best)
  }
  return chosen
}

const isAt = ({ conditions }: Result, potential_V_RHE: number | null): boolean => potential_V_RHE === null || Math.abs(Number(conditions.potential_V_RHE) - potential_V_RHE) <= 0.005
