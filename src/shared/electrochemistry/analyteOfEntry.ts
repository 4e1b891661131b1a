import { perEntry } from '../perEntry'
import { analyteOf, type Analyte } from './species'

/** An analyte that is not stated is not guessed from the wavelengths of a spectrum. */
export const analyteOfEntry = perEntry((entry): Analyte | undefined => analyteOf(entry.fields.analyte?.value ?? ''))
