import { first } from './001-first'
import { companions } from './002-companions'
import { checksums } from './003-checksums'
import { outcomesInParts } from './004-outcomes'
import { roots } from './005-roots'
import { ignoredPlaces } from './006-ignored'

/** In order; the database's user_version is the number of those applied. */
export const migrations: readonly string[] = [first, companions, checksums, outcomesInParts, roots, ignoredPlaces]
