import { entriesById } from '../entriesById'
import type { Entry } from '../project'
import { statedInRuns } from './statedInRuns'

/** What a test of stability hangs on besides its numbers, as the run sheet heads it. */
export const seriesFields = { freshElectrolyte: 'fresh electrolyte', leached: 'leached metal' } as const
export type SeriesField = keyof typeof seriesFields

/** What the runs of a series state of it, each text once. */
export function statedOfSeries(entries: readonly Entry[]): (ids: readonly string[], key: SeriesField) => readonly string[] {
  if (!entries.some(({ fields }) => fields.freshElectrolyte !== undefined || fields.leached !== undefined)) return () => []
  const byId = entriesById(entries)
  const stated = statedInRuns(entries)
  return (ids, key) => [...new Set(ids.flatMap((id) => { const entry = byId.get(id); const text = entry && stated(entry, key)?.value.trim(); return text ? [text] : [] }))]
}

/** '; fresh electrolyte (yes); leached metal (Ru 12 µg/L)' behind the method of a result; '' where nothing is stated. */
export function seriesInWords(entries: readonly Entry[]): (ids: readonly string[]) => string {
  const stated = statedOfSeries(entries)
  return (ids) => (Object.keys(seriesFields) as SeriesField[]).map((key) => { const texts = stated(ids, key); return texts.length === 0 ? '' : `; ${seriesFields[key]} (${texts.join(' | ')})` }).join('')
}
