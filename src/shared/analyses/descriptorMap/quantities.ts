import type { Conditions } from '../analysis'
import { DMPO_H } from '../../spectroscopy/spinAdducts'
import { dBandDefinition } from '../comparison'

/** A number that each catalyst has one of, and where it is found; 'only': where it has several, none is chosen. `definition`: settings that must be alike for it to be compared. */
export interface Quantity { readonly title: string; readonly unit: string; readonly analysis: string; readonly metric: string; readonly pick: 'largest' | 'smallest' | 'withNitrate' | 'only'; readonly conditions?: Conditions; readonly definition?: readonly string[] }
/** Its name within a sentence, where nothing is set as a subscript. */
export const inWords = ({ title }: Quantity): string => title.replace('ε_d', 'd-band centre').replace(' U_L', '')

/** Numbers of the mechanism. */
export const descriptors: ReadonlyMap<string, Quantity> = new Map<string, Quantity>([
  ['d-band centre (DFT)', { title: 'ε_d (DFT)', unit: 'eV', analysis: 'd-band-pdos', metric: 'd_band_centre_dft', pick: 'only', definition: dBandDefinition }],
  ['d-band centre (XPS)', { title: 'ε_d (XPS)', unit: 'eV', analysis: 'd-band-xps', metric: 'd_band_centre_xps', pick: 'only', definition: ['from', 'to', 'background', 'calibration'] }],
  ['d-band width', { title: 'd-band width', unit: 'eV', analysis: 'd-band-pdos', metric: 'd_band_width_dft', pick: 'only', definition: dBandDefinition }],
  ['d-band filling', { title: 'd-band filling', unit: '', analysis: 'd-band-pdos', metric: 'd_band_filling_dft', pick: 'only', definition: dBandDefinition }],
  ['ΔE(*NO3)', { title: 'ΔE(*NO₃)', unit: 'eV', analysis: 'adsorption-energy', metric: 'adsorption_energy', pick: 'smallest', conditions: { species: '*NO3' } }],
  ['ΔE(*NO2)', { title: 'ΔE(*NO₂)', unit: 'eV', analysis: 'adsorption-energy', metric: 'adsorption_energy', pick: 'smallest', conditions: { species: '*NO2' } }],
  ['ΔG(*H)', { title: 'ΔG(*H)', unit: 'eV', analysis: 'adsorption-energy', metric: 'adsorption_free_energy', pick: 'smallest', conditions: { species: '*H' } }],
  ['limiting potential', { title: 'limiting potential U_L', unit: 'V', analysis: 'free-energy', metric: 'limiting_potential', pick: 'only' }],
  ['lattice spacing', { title: 'lattice spacing', unit: 'nm', analysis: 'diffraction', metric: 'lattice_spacing', pick: 'only' }],
  ['I_D/I_G', { title: 'I_D/I_G', unit: '', analysis: 'vibrational-bands', metric: 'id_ig', pick: 'only', conditions: { by: 'heights' } }],
  ['•H signal', { title: 'DMPO–H intensity', unit: 'a.u.', analysis: 'spin-trapping', metric: 'epr_intensity', pick: 'withNitrate', conditions: { adduct: DMPO_H } }]
])
/** Numbers of performance. */
export const performances: ReadonlyMap<string, Quantity> = new Map<string, Quantity>([
  ['onset', { title: 'Onset vs RHE', unit: 'V', analysis: 'linear-sweep', metric: 'onset', pick: 'withNitrate' }],
  ['overpotential', { title: 'η(10 mA cm⁻²)', unit: 'V', analysis: 'linear-sweep', metric: 'overpotential_10', pick: 'withNitrate' }],
  ['best FE', { title: 'best FE(NH₃)', unit: '%', analysis: 'faradaic-efficiency', metric: 'fe_nh3', pick: 'largest' }],
  ['best yield', { title: 'best NH₃ yield', unit: 'mg h⁻¹ mg_cat⁻¹', analysis: 'ammonia-yield', metric: 'yield_nh3_mass', pick: 'largest' }],
  ['Tafel slope', { title: 'Tafel slope', unit: 'mV dec⁻¹', analysis: 'tafel-slope', metric: 'tafel_slope', pick: 'only' }]
])
