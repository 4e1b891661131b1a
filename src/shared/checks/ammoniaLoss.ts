import type { Finding } from '../analyses/analysis'
import { analyteOfEntry } from '../electrochemistry/analyteOfEntry'
import { isReading } from '../electrochemistry/electrolysis'
import { cycleOf, replicateOf } from '../electrochemistry/electrolysisGroups'
import { isBattery, roleOf } from '../electrochemistry/role'
import { techniqueOf } from '../electrochemistry/techniqueOf'
import { lasts_h } from '../electrochemistry/timesOfElectrolysis'
import { groupBy } from '../groupBy'
import { message } from '../message'
import { runKey } from '../metadata/inheritCatalyst'
import type { Entry } from '../project'
import type { Check } from './check'
import { number, placeOf, presence } from './stated'
import { OWN, threshold } from './thresholds'

/** One electrolysis with a reading of NH₃, and what is known of how it could lose some. */
interface Run { readonly catalyst: string | null; readonly entries: readonly Entry[]; readonly hours: number; readonly pH: number; readonly trap: ReturnType<typeof presence> }

/** pKa 9.25: in a base, or with time, NH₃ leaves with the gas or through the membrane unless a trap catches it. A trap that nobody speaks of is one quiet note. */
export const ammoniaLoss: Check = {
  rule: 'ammonia-loss',
  scope: 'project',
  run: (input) => {
    const [gasTime_h, gasPH] = [threshold(input, 'gasTime_h'), threshold(input, 'gasPH')]
    const runs = runsOf(input.entries)
    const risky = runs.filter(({ hours, pH }) => hours > gasTime_h * (1 + 1e-6) || pH > gasPH)
    const byCatalyst = groupBy(risky.filter(({ trap }) => trap === 'none'), ({ catalyst }) => catalyst)
    const silent = runs.some(({ trap }) => trap !== undefined) ? [] : risky
    const about = { rule: 'ammonia-loss', metric: 'fe_nh3', source: `pKa(NH₄⁺) 9.25; ${OWN}` } as const
    const known = [...byCatalyst].map(([catalyst, own]): Finding => {
      const most = own.toSorted((a, b) => b.hours - a.hours || b.pH - a.pH)[0]!
      const params = { n: own.length, place: placeOf(most.entries[0]!, 'trap'), hours: number(most.hours), pH: Number.isFinite(most.pH) ? number(most.pH) : '–', time: gasTime_h, limit: gasPH }
      return {
        ...about, level: 'warning', catalyst, entries: own.flatMap(({ entries }) => entries.map(({ id }) => id)),
        message: message('check.ammoniaLoss', '{place} ran for {hours} h at pH {pH} without a trap ({n} electrolyses beyond {time} h or pH {limit}): NH₃ may leave with the gas or through the membrane, and FE and yield are lower limits.', params)
      }
    })
    return [...known, ...(silent.length === 0 ? [] : [{
      ...about, level: 'note' as const, catalyst: null, entries: silent.flatMap(({ entries }) => entries.map(({ id }) => id)),
      message: message('check.trapUnknown', 'Some electrolyses run for more than {time} h or above pH {limit}, and whether a trap caught the NH₃ of the gas is not on record (run sheet or Settings: trap).', { time: gasTime_h, limit: gasPH })
    }])]
  }
}

function runsOf(entries: readonly Entry[]): readonly Run[] {
  const own = entries.filter((entry) => !isBattery(entry) && !['standard', 'blank'].includes(roleOf(entry) ?? '') && (isTrace(entry) || readsAmmonia(entry)))
  const groups = groupBy(own, (entry) => `${entry.fields.catalyst?.value ?? ''}\n${runKey(entry) ?? `${entry.fields.potential_V?.value ?? ''} V\n${replicateOf(entry)}\n${cycleOf(entry)}`}`)
  return [...groups.values()].flatMap((of): Run[] => {
    if (!of.some(readsAmmonia)) return []
    const values = of.flatMap(({ fields: { pH, pHAfter } }) => [pH?.value ?? [], pHAfter?.value ?? []].flat())
    return [{
      catalyst: of[0]!.fields.catalyst?.value ?? null, entries: of, pH: Math.max(...values), trap: of.flatMap(({ fields }) => presence(fields.trap?.value) ?? [])[0],
      hours: Math.max(...of.map((entry) => entry.fields.time_h?.value ?? lasts_h(entry)))
    }]
  })
}

const isTrace = (entry: Entry): boolean => entry.measurement !== null && ['CA', 'CP'].includes(techniqueOf(entry) ?? '')
const readsAmmonia = (entry: Entry): boolean => isReading(entry) && analyteOfEntry(entry) === 'NH3'
