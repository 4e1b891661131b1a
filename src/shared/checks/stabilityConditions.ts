import type { Finding, Result } from '../analyses/analysis'
import { catalystMass } from '../electrochemistry/catalystMass'
import { nameOf } from '../electrochemistry/entryName'
import { leachedMetals, type LeachedMetal } from '../electrochemistry/leachedMetals'
import { statedInRuns } from '../electrochemistry/statedInRuns'
import { seriesFields, statedOfSeries, type SeriesField } from '../electrochemistry/statedOfSeries'
import { entriesById } from '../entriesById'
import { groupBy } from '../groupBy'
import { message, type Message } from '../message'
import type { Entry } from '../project'
import { resultsOf, type Check, type CheckInput } from './check'
import { number, placeOf, presence } from './stated'
import { OWN, threshold } from './thresholds'

/** One catalyst's cycles, or its long traces. */
interface Series { readonly catalyst: string | null; readonly isOfCycles: boolean; readonly metric: string; readonly ids: readonly string[] }

/** Cycles in one electrolyte carry their products on, and a current may stay while the metal leaves. What nobody speaks of is one quiet note for the project. */
export const stabilityConditions: Check = {
  rule: 'stability-conditions',
  scope: 'project',
  run: (input) => {
    const series = seriesOf(input)
    if (series.length === 0) return []
    const stated = statedOfSeries(input.entries)
    const isKnown = (key: SeriesField): boolean => series.some(({ ids }) => stated(ids, key).some((text) => presence(text) !== undefined))
    const silent = (Object.keys(seriesFields) as SeriesField[]).filter((key) => (key === 'leached' || series.some(({ isOfCycles }) => isOfCycles)) && !isKnown(key))
    return [...series.flatMap((one) => [...kept(one, input), ...leached(one, input)]), ...(silent.length === 0 ? [] : [{
      rule: 'stability-conditions', level: 'note' as const, catalyst: null, source: SOURCE, entries: series.flatMap(({ ids }) => ids),
      message: message('check.stabilityUnknown', 'Not on record for the tests of stability (run sheet): {names}.', { names: silent.map((key) => seriesFields[key]).join(', ') })
    }])]
  }
}

const SOURCE = 'a steady current says nothing of what left the electrode'

function seriesOf(input: CheckInput): readonly Series[] {
  const of = (metrics: readonly string[], isOfCycles: boolean): Series[] => {
    const results = metrics.flatMap((metric): readonly Result[] => resultsOf(input, metric))
    return [...groupBy(results, ({ catalyst }) => catalyst)].map(([catalyst, own]) => ({ catalyst, isOfCycles, metric: metrics[0]!, ids: [...new Set(own.flatMap(({ inputs }) => inputs))] }))
  }
  return [...of(['retention_fe', 'decay_fe_per_cycle', 'retention_yield'], true), ...of(['retention_current'], false)]
}

/** The entry of a series, or one of its run, that states a field, with what it says. */
function statements({ ids }: Series, { entries }: CheckInput, key: SeriesField): readonly { readonly entry: Entry; readonly text: string }[] {
  const [byId, stated] = [entriesById(entries), statedInRuns(entries)]
  return ids.flatMap((id) => { const entry = byId.get(id); const text = entry && stated(entry, key)?.value; return entry === undefined || text === undefined ? [] : [{ entry, text }] })
}

function kept(series: Series, input: CheckInput): Finding[] {
  if (!series.isOfCycles) return []
  const own = statements(series, input, 'freshElectrolyte').filter(({ text }) => presence(text) === 'none')
  return own.length === 0 ? [] : [{
    rule: 'stability-conditions', level: 'warning', catalyst: series.catalyst, metric: series.metric, source: SOURCE, entries: own.map(({ entry }) => entry.id),
    message: message('check.electrolyteKept', 'The electrolyte of {place} was not renewed between the cycles: nitrate falls and products add up, so that efficiency and yield of a cycle hold those before it unless their readings were subtracted.', { place: placeOf(own[0]!.entry, 'freshElectrolyte') })
  }]
}

/** Of several statements that of the largest amount. */
function leached(series: Series, input: CheckInput): Finding[] {
  const own = statements(series, input, 'leached').filter(({ text }) => presence(text) !== undefined)
  const about = { rule: 'stability-conditions', catalyst: series.catalyst, metric: series.metric } as const
  const read = own.map(({ entry, text }) => ({ entry, text, metals: leachedMetals(text) }))
  const unread = read.find(({ metals }) => metals === null)
  const found = read.flatMap(({ metals, ...one }) => (metals === null || metals.length === 0 ? [] : [{ ...one, metals, total: metals.reduce((sum, { concentration_ug_mL }) => sum + concentration_ug_mL, 0) }]))
  const most = found.toSorted((a, b) => b.total - a.total)[0]
  return [
    ...(most ? [amount(most, input)].map(({ level, text }): Finding => ({ ...about, level, source: level === 'warning' ? OWN : SOURCE, entries: found.map(({ entry }) => entry.id), message: text })) : []),
    ...(unread ? [{
      ...about, level: 'note' as const, source: SOURCE, entries: [unread.entry.id],
      message: message('check.leachedUnread', '"{text}" ({place}) is not read as leached metal; write metals with their concentration, as Ru 12 ug/L; Fe <1 ug/L, or not detected.', { text: unread.text, place: placeOf(unread.entry, 'leached') })
    }] : [])
  ]
}

/** As a share of the catalyst where its mass and the volume are stated. */
function amount({ entry, metals, total }: { readonly entry: Entry; readonly metals: readonly LeachedMetal[]; readonly total: number }, input: CheckInput): { readonly level: 'note' | 'warning'; readonly text: Message } {
  const stated = statedInRuns(input.entries)
  const volume_mL = stated(entry, 'volume_mL')?.value
  const [mass, loading] = [stated(entry, 'mass_mg'), stated(entry, 'loading_mg_cm2')]
  const of = catalystMass({ fields: { ...(mass ? { mass_mg: mass } : {}), ...(loading ? { loading_mg_cm2: loading } : {}) } }, stated(entry, 'area_cm2')?.value, [entry.id])
  const params = { place: nameOf(entry), metals: metals.map(({ metal, concentration_ug_mL }) => `${metal ?? 'metal'} ${number(concentration_ug_mL * 1000)} µg/L`).join(', ') }
  if (volume_mL === undefined || !('mass_mg' in of)) return { level: 'note', text: message('check.leachedConcentration', 'The electrolyte held {metals} after {place}: metal leaves the catalyst. How much of it is not known without volume and mass of catalyst.', params) }
  const [leached_ug, most] = [total * volume_mL, threshold(input, 'leached')]
  const share = leached_ug / (of.mass_mg * 10)
  const withShare = { ...params, amount: number(leached_ug), share: number(share), most }
  return share > most * (1 + 1e-9)
    ? { level: 'warning', text: message('check.leachedMuch', 'The electrolyte held {metals} after {place}: {amount} µg or {share} % of the catalyst (more than {most} %) has dissolved; a steady efficiency may be that of what is left, or of dissolved metal.', withShare) }
    : { level: 'note', text: message('check.leachedLittle', 'The electrolyte held {metals} after {place}: {amount} µg or {share} % of the catalyst has dissolved.', withShare) }
}
