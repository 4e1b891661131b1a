export interface LibraryBand {
  readonly name: string
  readonly position_cm: number
  readonly method: 'RAMAN' | 'IR'
  /** What else lies there. */
  readonly interference?: string
}

/** How far a maximum may lie from its listed place. */
export const BAND_TOLERANCE_CM = 20

/** Bands that the seed paper assigns (Sec. 3.5), and the carbon bands beside them. */
export const bandLibrary: readonly LibraryBand[] = [
  { name: 'D band', position_cm: 1381, method: 'RAMAN', interference: 'carbon; 1340–1350 for most laser lines' },
  { name: 'G band', position_cm: 1591, method: 'RAMAN' },
  { name: '*NH3', position_cm: 1140, method: 'RAMAN' },
  { name: '*HNH', position_cm: 1358, method: 'RAMAN', interference: 'lies under the D band of carbon' },
  { name: '*HNO2', position_cm: 1528, method: 'RAMAN', interference: 'lies on the foot of the G band of carbon' },
  { name: '*NO2', position_cm: 1240, method: 'IR' },
  { name: '*HNO2', position_cm: 1080, method: 'IR', interference: 'sulfate absorbs near 1100 cm⁻¹' },
  { name: '*NH2', position_cm: 1028, method: 'IR' },
  { name: 'N–H', position_cm: 3371, method: 'IR', interference: 'water absorbs from 3000 to 3600 cm⁻¹' },
  { name: 'O–H', position_cm: 3236, method: 'IR', interference: 'water absorbs from 3000 to 3600 cm⁻¹' }
]
