import { isBattery } from '../../electrochemistry/role'
import { techniqueOf } from '../../electrochemistry/techniqueOf'
import { columnOf } from '../../measurement'
import type { CatalystEntries, Entry } from '../../project'

export const hasScanRate = (entry: Entry): boolean => entry.fields.scanRate_mV_s !== undefined

/** CVs that share one potential window (±20 mV) with the most others of another scan rate; three without one may be such a series, two may be anything. */
export function cvSeries(view: CatalystEntries): Entry[] {
  const cvs = view.entries.filter((entry) => techniqueOf(entry) === 'CV' && !isBattery(entry) && entry.measurement)
  const windowOf = (entry: Entry): [number, number] | null => {
    const potential = entry.measurement && columnOf(entry.measurement, 'potential')
    return potential?.min === null || potential?.max === null || !potential ? null : [potential.min, potential.max]
  }
  const groups: Entry[][] = []
  for (const entry of cvs) {
    const window = windowOf(entry)
    if (!window) continue
    const group = groups.find(([first]) => { const other = first && windowOf(first); return other && Math.abs(other[0] - window[0]) < 0.02 && Math.abs(other[1] - window[1]) < 0.02 })
    if (group) group.push(entry)
    else groups.push([entry])
  }
  const stated = (group: readonly Entry[]): number => new Set(group.flatMap((entry) => entry.fields.scanRate_mV_s?.value ?? [])).size
  const possible = (group: readonly Entry[]): number => stated(group) + group.filter((entry) => !hasScanRate(entry)).length
  const worth = (group: readonly Entry[]): number => (stated(group) > 1 ? 1000 * stated(group) : 0) + possible(group)
  const best = groups.sort((a, b) => worth(b) - worth(a))[0]
  return best && (stated(best) > 1 || possible(best) > 2) ? best : []
}
