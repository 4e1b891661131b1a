import { textRuns, type TextRun } from './textRuns'

export interface MetricName {
  readonly symbolParts: readonly TextRun[]
  /** The same in one string, with the underscore before a subscript. */
  readonly text: string
}

const names = new Map([
  ['onset', 'onset potential'], ['e_at_minus_10', 'E(−10 mA cm⁻²)'], ['overpotential_10', 'η(10 mA cm⁻²)'], ['tafel_slope', 'Tafel slope'],
  ['charge', 'charge'], ['j_mean', 'mean j'], ['j_nh3', 'j(NH₃)'], ['j_no2', 'j(NO₂⁻)'], ['j_h2', 'j(H₂)'],
  ['fe_nh3', 'FE(NH₃)'], ['fe_no2', 'FE(NO₂⁻)'], ['fe_h2', 'FE(H₂)'], ['fe_sum', 'ΣFE'],
  ['nh3_mass', 'NH₃ mass'], ['yield_nh3_mass', 'NH₃ yield'], ['yield_nh3_area', 'NH₃ yield (area)'], ['yield_nh3_molar', 'NH₃ yield (molar)'],
  ['ratio_no2_nh3', 'NO₂⁻ : NH₃'], ['selectivity_nh3', 'NH₃ selectivity'], ['conversion', 'NO₃⁻ conversion'], ['n_balance', 'N balance'],
  ['k_zero_normalised', 'k₀/c₀'], ['k_zero', 'k₀'], ['k_first', 'k₁'], ['cdl', 'C_dl'], ['ecsa', 'ECSA'], ['roughness_factor', 'roughness factor'],
  ['rs', 'R_s'], ['rct', 'R_ct'], ['retention_fe', 'FE retention'], ['retention_yield', 'yield retention'], ['decay_fe_per_cycle', 'FE decay'], ['retention_current', 'current retention'], ['drift_current', 'current drift'],
  ['ocv', 'open-circuit voltage'], ['peak_power', 'peak power density'], ['j_at_peak_power', 'j at peak power'],
  ['specific_capacity', 'specific capacity'], ['energy_density', 'energy density'], ['discharge_voltage', 'discharge voltage'], ['charge_voltage', 'charge voltage'], ['energy_efficiency', 'energy efficiency'], ['n15_agreement', 'NH₃ by NMR / by assay'], ['nmr_15n_share', '¹⁵N share'], ['nmr_nh4', 'NH₄⁺ by NMR'],
  ['cal_slope', 'calibration slope'], ['cal_intercept', 'calibration intercept'], ['cal_r2', 'R²'], ['cal_lod', 'LOD'], ['cal_loq', 'LOQ'],
  ['d_band_centre_dft', 'd-band centre'], ['d_band_width_dft', 'd-band width'], ['d_band_upper_edge_dft', 'd-band upper edge'],
  ['d_band_filling_dft', 'd-band filling'], ['d_band_skewness_dft', 'd-band skewness'], ['d_band_kurtosis_dft', 'd-band kurtosis'], ['d_band_centre_up_dft', 'd-band centre, spin up'], ['d_band_centre_down_dft', 'd-band centre, spin down'], ['d_band_centre_effective_dft', 'd-band centre, effective'], ['d_band_centre_window_dft', 'd-band centre over'], ['d_band_centre_xps', 'd-band centre (XPS)'], ['charge_displaced', 'charge displaced'], ['composition', 'composition'], ['fringe_spacing', 'fringe spacing'], ['adsorption_energy', 'ΔE'], ['adsorption_free_energy', 'ΔG'],
  ['dg_step', 'ΔG'], ['dg_max', 'ΔG_max'], ['limiting_potential', 'limiting potential'], ['band_position', 'band position'],
  ['band_intensity', 'band intensity'], ['band_onset', 'band onset'], ['id_ig', 'I_D/I_G'], ['epr_intensity', 'EPR intensity'],
  ['xps_position', 'XPS position'], ['xps_shift', 'XPS shift'], ['xps_fwhm', 'FWHM'], ['xps_area', 'area (XPS)'], ['xps_share', 'share of the region'], ['lattice_spacing', 'lattice spacing'], ['crystallite_size', 'crystallite size'],
  ['correlation_pearson', 'Pearson r'], ['correlation_spearman', 'Spearman ρ']
])

/** Readable name of a metric; one that is not known is shown as its own words. */
export function metricName(metric: string): MetricName {
  const text = names.get(metric) ?? metric.replace(/_/g, ' ')
  return { symbolParts: textRuns(text), text }
}
