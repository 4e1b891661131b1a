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

/** How near a neighbour must be for a band of the user's own to be warned of it. */
const NEIGHBOUR_CM = 30

/** What else shows in nitrate, sulfate or water, or comes with the carbon and the air (Nakamoto, Infrared and Raman Spectra of Inorganic and Coordination Compounds, 6th ed.). */
const interferents: readonly { readonly from_cm: number; readonly to_cm: number; readonly method: LibraryBand['method']; readonly what: string }[] = [
  { from_cm: 1040, to_cm: 1060, method: 'RAMAN', what: 'NO₃⁻ of the electrolyte near 1048 cm⁻¹' }, { from_cm: 970, to_cm: 990, method: 'RAMAN', what: 'SO₄²⁻ of the electrolyte near 981 cm⁻¹' },
  { from_cm: 1600, to_cm: 1680, method: 'RAMAN', what: 'water bends near 1640 cm⁻¹' }, { from_cm: 3000, to_cm: 3700, method: 'RAMAN', what: 'water scatters from 3000 to 3600 cm⁻¹' },
  { from_cm: 1080, to_cm: 1130, method: 'IR', what: 'sulfate absorbs near 1100 cm⁻¹' }, { from_cm: 1330, to_cm: 1410, method: 'IR', what: 'NO₃⁻ of the electrolyte absorbs from 1340 to 1390 cm⁻¹' },
  { from_cm: 1600, to_cm: 1680, method: 'IR', what: 'water bends near 1640 cm⁻¹' }, { from_cm: 3000, to_cm: 3700, method: 'IR', what: 'water absorbs from 3000 to 3600 cm⁻¹' },
  { from_cm: 2300, to_cm: 2380, method: 'IR', what: 'CO₂ of the air absorbs near 2350 cm⁻¹' }
]

/** The neighbours of a band that somebody typed: listed bands, and what else shows there; '' for none. */
function neighboursOf(position_cm: number, method: LibraryBand['method']): string {
  const listed = bandLibrary.filter((band) => band.method === method && Math.abs(band.position_cm - position_cm) <= NEIGHBOUR_CM).map(({ name, position_cm: at }) => `${name} is listed at ${at} cm⁻¹`)
  return [...listed, ...interferents.filter((one) => one.method === method && position_cm >= one.from_cm - NEIGHBOUR_CM / 2 && position_cm <= one.to_cm + NEIGHBOUR_CM / 2).map(({ what }) => what)].join(', ')
}

/** '*NO 1620; *NOH 1440' → bands of the user's own. RangeError, one sentence, for what is no name with a wavenumber. */
export function ownBands(text: string, method: LibraryBand['method']): LibraryBand[] {
  return text.split(';').map((part) => part.trim()).filter((part) => part !== '').map((part) => {
    const match = /^(\S.{0,40}?)\s+(\d{2,5}(?:\.\d+)?)$/.exec(part)
    if (!match) throw new RangeError(`"${part}" is no band; write a name and its wavenumber in cm⁻¹, as *NO 1620.`)
    const position_cm = Number(match[2])
    const interference = neighboursOf(position_cm, method)
    return { name: match[1]!, position_cm, method, ...(interference === '' ? {} : { interference }) }
  })
}
