/** Physical constants, CODATA 2018 (unchanged in 2022), and standard atomic weights 2021. */
export const FARADAY_C_PER_MOL = 96485.33212
export const GAS_CONSTANT_J_PER_MOL_K = 8.314462618
export const BOLTZMANN_EV_PER_K = 8.617333262e-5

/** g/mol of every species that a concentration may be stated in. */
export const MOLAR_MASS_G_PER_MOL = {
  NH3: 17.031,
  'NH4+': 18.039,
  'NH3-N': 14.007,
  'NH4+-N': 14.007,
  NH4Cl: 53.49,
  'NO2-': 46.005,
  'NO2--N': 14.007,
  NaNO2: 68.995,
  'NO3-': 62.004,
  'NO3--N': 14.007,
  KNO3: 101.102,
  H2: 2.016,
  N: 14.007
} as const
