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

/** '*NO 1620; *NOH 1440' → bands of the user's own. RangeError, one sentence, for what is no name with a wavenumber. */
export function ownBands(text: string, method: LibraryBand['method']): LibraryBand[] {
  return text.split(';').map((part) => part.trim()).filter((part) => part !== '').map((part) => {
    const match = /^(\S.{0,40}?)\s+(\d{2,5}(?:\.\d+)?)$/.exec(part)
    if (!match) throw new RangeError(`"${part}" is no band; write a name and its wavenumber in cm⁻¹, as *NO 1620.`)
    return { name: match[1]!, position_cm: Number(match[2]), method }
  })
}
