import { groupBy } from '../groupBy'
import { runKey } from '../metadata/inheritCatalyst'
import type { Entry } from '../project'
import { cycleOf, replicateOf, type Group } from './electrolysisGroups'
import type { Member } from './electrolysisMember'
import { analyteOfEntry } from './analyteOfEntry'

type Labels = Pick<Group, 'replicate' | 'cycle'>
/** What of an electrolysis decides which blanks are its own. `place` is that of its set potential, `apart` what tells it from others of its run. */
export interface BlankOf { readonly run: string | null; readonly place: string | null; readonly apart: Labels; readonly stated: Labels; readonly nitrate_M: number | undefined }

/**
 * Finds the blanks of an electrolysis: those of its run, else those of its potential, else those of its catalyst; for each analyte the
 * nearest alone. One that states a replicate, a cycle or a concentration of nitrate is not that of another.
 */
export function blankFinder(blanks: readonly Member[], placeOf: (member: Member) => string | null): (of: BlankOf) => readonly Entry[] {
  const ofRuns = groupBy(blanks, ({ run }) => run)
  const ofPlaces = groupBy(ofRuns.get(null) ?? [], (member) => (member.entry.fields.potential_V === undefined ? null : placeOf(member) ?? undefined))
  return (of) => {
    const { run, place } = of
    const near = [...(run === null ? [] : ofRuns.get(run) ?? []).map((blank) => ({ blank, rank: 4 })), ...(place === null ? [] : ofPlaces.get(place) ?? []).map((blank) => ({ blank, rank: 2 })), ...(ofPlaces.get(null) ?? []).map((blank) => ({ blank, rank: 0 }))]
    const fitting = near.flatMap(({ blank: { entry }, rank }) => (fits(entry, of) ? [{ entry, rank: rank + Number(isLabelled(entry, of)) }] : []))
    return nearest(fitting)
  }
}

/** Of each analyte the blanks of the highest rank, in their order. */
export function nearest(ranked: readonly { readonly entry: Entry; readonly rank: number }[]): readonly Entry[] {
  const highest = new Map<unknown, number>()
  for (const { entry, rank } of ranked) highest.set(analyteOfEntry(entry), Math.max(rank, highest.get(analyteOfEntry(entry)) ?? 0))
  return ranked.flatMap(({ entry, rank }) => (rank === highest.get(analyteOfEntry(entry)) ? [entry] : []))
}

function fits(blank: Entry, { run, apart, stated, nitrate_M }: BlankOf): boolean {
  const isOfRun = run !== null && runKey(blank) === run
  const agrees = (own: string, of: string, isApart: boolean): boolean => own === '' || own === of || (isOfRun && !isApart)
  const of_M = blank.fields.nitrate_M?.value
  return agrees(replicateOf(blank), stated.replicate, apart.replicate !== '') && agrees(cycleOf(blank), stated.cycle, apart.cycle !== '') && (isOfRun || !nitrate_M || !of_M || nitrate_M === of_M)
}

const isLabelled = (blank: Entry, { apart: { replicate, cycle } }: BlankOf): boolean => (replicate !== '' && replicateOf(blank) === replicate) || (cycle !== '' && cycleOf(blank) === cycle)
