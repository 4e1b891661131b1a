/** Conditions that say how a number scatters or how its calibration was made: they tell no two results apart. */
export const conditionsAside: ReadonlySet<string> = new Set(['sd', 'set_potential_V_RHE', 'potential_sd_V', 'min_ug_mL', 'max_ug_mL', 'mean_ug_mL', 'max_absorbance', 'mean_absorbance', 'unit_weight', 'levels', 'sxx', 'weighting'])
