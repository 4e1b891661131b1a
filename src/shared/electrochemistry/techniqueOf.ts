import type { Technique } from '../measurement'
import { techniqueNamed } from '../metadata/techniqueName'
import { perEntry } from '../perEntry'

/** What an entry was measured with: a person's or run sheet's word, then the file's own, then its name's; null for a typed reading without one. */
export const techniqueOf = perEntry((entry): Technique | null => {
  const stated = entry.fields.technique
  const named = stated === undefined ? undefined : techniqueNamed(stated.value)
  if (named && (stated?.origin === 'edit' || stated?.origin === 'runSheet')) return named
  const own = entry.measurement?.technique
  if (own !== undefined && own !== 'TABLE' && own !== 'OTHER') return own
  return named ?? own ?? null
})
