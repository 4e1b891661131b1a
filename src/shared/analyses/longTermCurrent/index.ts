import { areaOf } from '../../electrochemistry/areaOf'
import { chargeOfTrace } from '../../electrochemistry/chargeOfTrace'
import { seriesInWords } from '../../electrochemistry/statedOfSeries'
import { lasts_h } from '../../electrochemistry/timesOfElectrolysis'
import { distinctNames, nameOf, readingsOf, type Electrolyses, type Electrolysis } from '../../electrochemistry/electrolysis'
import { entriesById } from '../../entriesById'
import type { Series } from '../../figure'
import type { Measurement } from '../../measurement'
import { message } from '../../message'
import { linearFit } from '../../numerics/linearFit'
import { studentT95 } from '../../numerics/studentT95'
import type { CatalystEntries, Entry } from '../../project'
import { defineAnalysis, type Finding, type Result } from '../analysis'
import { collectElectrolyses } from '../electrolysisPlan'

const SOURCE = 'seed paper, long-term electrolysis; statement by the 95 % interval of the slope'
/** Neighbouring points of a trace are no independent readings; the means of so many equal parts nearly are. */
const blocks = 20

/** Current of each of the equal parts of a trace, against the time of its middle. */
interface Course { readonly time_h: readonly number[]; readonly current_A: readonly number[] }

export const longTermCurrent = defineAnalysis<Electrolyses>({
  id: 'long-term-current',
  version: 5,
  title: 'Long-term current',
  tab: 'performance',
  scope: 'catalyst',
  metrics: ['retention_current', 'drift_current'],
  about: {
    equation: 'retention = |i| of the last twentieth over that of the first;  drift = slope of |i| against time over |i| of the first twentieth',
    source: SOURCE,
    assumes: [
      `the trace is cut into ${blocks} parts of equal time; the mean current of each is one reading`,
      '"no significant drift" says that the 95 % interval of the slope holds zero, not that there is none',
      'nothing is said of the products: a steady current may belong to another reaction'
    ]
  },
  settings: [{ key: 'longFrom_h', label: 'A trace is long from', unit: 'h', default: 6 }, { key: 'stableFrom_h', label: 'A trace says something about stability from (our own threshold)', unit: 'h', default: 24 }],
  after: [],
  collect: (view, settings) => {
    const long = new Set(view.entries.filter((entry) => lasts_h(entry) >= Number(settings.longFrom_h)).map(({ id }) => id))
    const collected = long.size === 0 ? null : collectElectrolyses(view)
    return collected?.plan.runs.some((run) => run.traces.some((id) => long.has(id))) ? collected : null
  },
  compute: (view, plan, settings, context) => {
    const results: Result[] = []
    const findings: Finding[] = []
    const [measured, fitted]: [Series[], Series[]] = [[], []]
    const long = Math.max(0, Number(settings.longFrom_h))
    const byId = entriesById(view.entries)
    const stated = seriesInWords(view.entries)
    const short: Entry[] = []
    const names = distinctNames(view.entries.filter((entry) => lasts_h(entry) >= long))
    for (const run of plan.runs) {
      for (const id of run.traces) {
        const entry = byId.get(id)
        if (!entry || lasts_h(entry) < long) continue
        const area_cm2 = areaFor(entry, run, view)
        const course = context.derive(id, 'course', [area_cm2, long], (trace) => courseOf(trace, area_cm2, long))
        if (!course) continue
        const { retention, drift, fit } = stabilityOf(course, { catalyst: view.catalyst, conditions: run.conditions, inputs: [id] }, stated([id]))
        results.push(retention, drift)
        if (lasts_h(entry) < Number(settings.stableFrom_h) && !isFollowed(run, byId)) short.push(entry)
        const look = { name: names.get(id)!, ...(view.catalyst === null ? {} : { catalyst: view.catalyst }) }
        const start = fit.intercept
        measured.push({ ...look, style: 'points', x: course.time_h, y: course.current_A.map((i) => (100 * Math.abs(i)) / start), note: `means of ${blocks} equal parts` })
        const ends = [course.time_h[0]!, course.time_h.at(-1)!]
        fitted.push({ ...look, name: `${look.name}: ${drift.value.toPrecision(2)} % h⁻¹`, style: 'line', x: ends, y: ends.map((t) => (100 * (fit.intercept + fit.slope * t)) / start) })
        if (retention.value < 80) findings.push({ rule: 'long-term-current', level: 'note', catalyst: view.catalyst, metric: 'retention_current', source: SOURCE, entries: [id], message: message('finding.currentFell', 'The current of {file} fell to {value} % of its beginning.', { file: nameOf(entry), value: retention.value.toPrecision(3) }) })
      }
    }
    if (short.length > 0) findings.push(fewHours(short, Number(settings.stableFrom_h), view.catalyst))
    return {
      results, needs: [], findings,
      figures: measured.length === 0 ? [] : [{ kind: 'xy', id: 'long-term-current', title: 'Current over time', x: { title: 't', unit: 'h' }, y: { title: '|i| over that of the fitted beginning', unit: '%' }, series: [...measured, ...fitted] }]
    }
  }
})

/** An electrolysis whose nitrate was followed is of its consumption, and no test of endurance. */
const isFollowed = (run: Electrolysis, entries: ReadonlyMap<string, Entry>): boolean => readingsOf(run.readings, 'NO3', entries).length > 1

function fewHours(short: readonly Entry[], enough_h: number, catalyst: string | null): Finding {
  const longest = short.toSorted((a, b) => lasts_h(b) - lasts_h(a))[0]!
  return {
    rule: 'few-hours', level: 'note', catalyst, metric: 'retention_current', source: 'our own threshold, see the settings of the card', entries: short.map(({ id }) => id),
    message: message('check.fewHours', '{file} lasts {hours} h; {enough} h or more say something about stability.', { file: nameOf(longest), hours: lasts_h(longest).toPrecision(3), enough: enough_h })
  }
}

function areaFor(entry: Entry, run: Electrolysis, view: CatalystEntries): number | undefined {
  const area = areaOf({ ...entry, fields: run.fields }, view.defaults)
  return typeof area === 'number' ? area : undefined
}

/** null: shorter than `long_h`, or no trace of time and current; what is wrong with a trace is said where its charge is computed. */
function courseOf(trace: Measurement, area_cm2: number | undefined, long_h: number): Course | null {
  try {
    const { duration_s, timeRunsBack } = chargeOfTrace(trace, area_cm2)
    if (duration_s < long_h * 3600 || timeRunsBack) return null
    const step = duration_s / blocks
    const parts = Array.from({ length: blocks }, (_, i) => chargeOfTrace(trace, area_cm2, { from_s: i * step, to_s: (i + 1) * step, leftOut: [], leftOutAs: 'line' }))
    return { time_h: parts.map((_, i) => ((i + 0.5) * step) / 3600), current_A: parts.map(({ chargeC }) => chargeC / step) }
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function stabilityOf({ time_h, current_A }: Course, of: Pick<Result, 'catalyst' | 'conditions' | 'inputs'>, stated: string): { retention: Result; drift: Result; fit: ReturnType<typeof linearFit> } {
  const sizes = current_A.map(Math.abs)
  const fit = linearFit(time_h, sizes)
  const [first, last] = [sizes[0]!, sizes.at(-1)!]
  const half = (fit.seSlope ?? NaN) * studentT95(blocks - 2)
  const percent = 100 / first
  const statement = Math.abs(fit.slope) <= half ? 'no significant drift at 95 %' : fit.slope < 0 ? 'significant decay at 95 %' : 'significant increase at 95 %'
  const length = `${(time_h.at(-1)! + time_h[0]!).toPrecision(3)} h`
  const scatter = fit.residualSd === null ? null : fit.residualSd / first
  return {
    fit,
    retention: { ...of, metric: 'retention_current', value: last * percent, u: scatter === null ? null : last * percent * Math.hypot(scatter, (scatter * first) / last), unit: '%', method: `last over first twentieth of ${length}${stated}` },
    drift: { ...of, metric: 'drift_current', value: fit.slope * percent, u: fit.seSlope === null ? null : fit.seSlope * percent, unit: '%/h', method: `slope over ${length}, 95 % interval ±${(half * percent).toPrecision(2)} %/h: ${statement}` }
  }
}
