import { distinctNames, nameOf } from '../../electrochemistry/electrolysis'
import { isBattery, isNitrateFree } from '../../electrochemistry/role'
import { sweepOnRheScale } from '../../electrochemistry/sweepOnRheScale'
import { techniqueOf } from '../../electrochemistry/techniqueOf'
import type { Handle, Series } from '../../figure'
import { message } from '../../message'
import type { CatalystEntries, Entry } from '../../project'
import { defineAnalysis, type Conditions, type Finding, type Need, type Result, type Settings } from '../analysis'
import { uniqueNeeds } from '../electrolysisPlan'
import { withFiles } from '../toldApart'
import { tafelLine } from './tafelLine'
import { tafelPoints } from './tafelPoints'

const SOURCE = 'Bard & Faulkner, ch. 3; Anantharaj & Noda, J. Mater. Chem. A 10 (2022) 9348 (iR and windows)'
const MOST_DRAWN = 400

export const tafelSlope = defineAnalysis<null>({
  id: 'tafel-slope',
  version: 3,
  title: 'Tafel slope',
  tab: 'performance',
  scope: 'catalyst',
  metrics: ['tafel_slope'],
  about: {
    equation: 'E = a − b·log₁₀|j|;  b in mV per decade',
    source: SOURCE,
    assumes: ['widest window with the r² set below, or the window entered', 'all points between its ends, from where the noise is less than a tenth of |j|', 'error from the scatter of the points, or of blocks of neighbours where that is larger', 'steady state is taken for granted at the scan rate used', 'no mass-transport correction']
  },
  settings: [
    { key: 'minR2', label: 'r² of the automatic window, at least', default: 0.999 },
    { key: 'from', label: 'Window from |j|', unit: 'mA cm⁻²', default: 0, zero: 'automatic' },
    { key: 'to', label: 'Window to |j|', unit: 'mA cm⁻²', default: 0, zero: 'automatic' }
  ],
  after: [],
  collect: (view) => {
    const entries = sweepsOf(view).map((entry) => entry.id)
    return entries.length > 0 ? { entries, plan: null } : null
  },
  compute: (view, _plan, settings, context) => {
    const results: Result[] = []
    const needs: Need[] = []
    const findings: Finding[] = []
    const series: Series[] = []
    let handles: readonly Handle[] = []
    const entries = sweepsOf(view)
    const [conditionsBy, names] = [withFiles(entries, conditionsOf), distinctNames(entries)]
    for (const entry of entries) {
      try {
        const sweep = sweepOnRheScale(entry, context.load(entry.id), view.defaults)
        if ('needs' in sweep) {
          needs.push(...sweep.needs)
          continue
        }
        const points = tafelPoints(sweep)
        const line = tafelLine(points, { from: chosenEnd(settings.from), to: chosenEnd(settings.to), minR2: Number(settings.minR2) })
        const look = view.catalyst === null ? {} : { catalyst: view.catalyst }
        if (points.logJ.length > 1) series.push({ name: names.get(entry.id)!, style: 'points', x: drawn(points.logJ), y: drawn(points.potential_V), ...look })
        if (!line) {
          findings.push(isChosen(settings)
            ? found(view.catalyst, entry, 'warning', 'finding.noTafelWindow', 'The chosen window ({window}) of {file} holds no three points on a falling line: move its ends or go back to automatic.', { window: windowText(settings) })
            : found(view.catalyst, entry, 'note', 'finding.noTafel', '{file} has no straight Tafel region of a third of a decade or more.'))
          if (points.logJ.length > 1) handles = handlesOf(chosenEnd(settings.from) ?? points.level[0]!, chosenEnd(settings.to) ?? points.level.at(-1)!)
          continue
        }
        const decades = line.to - line.from
        if (decades < 1) findings.push(found(view.catalyst, entry, 'warning', 'check.tafelDecade', 'The Tafel region of {file} spans {decades} decades; less than one is little.', { decades: decades.toFixed(2) }))
        if (sweep.scale.iR === null) findings.push(found(view.catalyst, entry, 'warning', 'check.tafelIr', 'The Tafel slope of {file} is from data without iR correction.'))
        results.push({
          catalyst: view.catalyst, metric: 'tafel_slope', value: -line.slope * 1000, u: line.uSlope * 1000, unit: 'mV/dec', conditions: conditionsBy.get(entry.id)!, inputs: [entry.id],
          method: `line over ${(10 ** line.from).toPrecision(3)}–${(10 ** line.to).toPrecision(3)} mA cm⁻² (${decades.toFixed(2)} decades, r² = ${line.r2.toFixed(5)}); ${sweep.scale.method}`
        })
        handles = handlesOf(line.from, line.to)
        series.push({ name: `${entries.length > 1 ? `${names.get(entry.id)}: ` : ''}${(-line.slope * 1000).toFixed(0)} mV dec⁻¹`, style: 'line', x: [line.from, line.to], y: [line.from, line.to].map((value) => line.intercept + line.slope * value) })
      } catch (error) {
        if (!(error instanceof RangeError)) throw error
        findings.push(found(view.catalyst, entry, 'error', 'finding.noSweep', 'The sweep of {file} cannot be used: {why}', { why: error.message }))
      }
    }
    return {
      results, needs: uniqueNeeds(needs), findings,
      figures: series.length === 0 ? [] : [{ kind: 'xy', id: 'tafel', title: 'Tafel plot', x: { title: 'log₁₀(|j| / mA cm⁻²)', unit: '' }, y: { title: 'E vs RHE', unit: 'V' }, series, handles }]
    }
  }
})

const sweepsOf = (view: CatalystEntries): Entry[] => view.entries.filter((entry) => (techniqueOf(entry) === 'LSV' || techniqueOf(entry) === 'TAFEL') && !isBattery(entry) && !isNitrateFree(entry) &&
  ['potential', 'current'].every((quantity) => entry.measurement?.columns.some((column) => column.quantity === quantity)))

function conditionsOf(entry: Entry): Conditions {
  const { run, replicate, nitrate_M } = entry.fields
  return { ...(run ? { run: run.value } : {}), ...(replicate ? { replicate: replicate.value } : {}), ...(nitrate_M ? { nitrate_M: nitrate_M.value } : {}) }
}

const chosenEnd = (value: Settings[string] | undefined): number | null => (Number(value) > 0 ? Math.log10(Number(value)) : null)

const isChosen = ({ from, to }: Settings): boolean => Number(from) > 0 || Number(to) > 0
const windowText = ({ from, to }: Settings): string => `|j| ${Number(from) > 0 ? `from ${from}` : ''}${Number(to) > 0 ? ` to ${to}` : ''} mA cm⁻²`
/** Every k-th of many. */
const drawn = (values: readonly number[]): readonly number[] => values.filter((_, i) => i % Math.max(1, Math.ceil(values.length / MOST_DRAWN)) === 0)

/** Both ends of the window; dragging one keeps the other where it is, also one that was found automatically. */
function handlesOf(from: number, to: number): readonly Handle[] {
  return [
    { label: 'Window from', setting: 'from', value: from, isPowerOf10: true, also: { to: 10 ** to } },
    { label: 'Window to', setting: 'to', value: to, isPowerOf10: true, also: { from: 10 ** from } }
  ]
}

function found(catalyst: string | null, entry: Entry, level: Finding['level'], id: string, text: string, params: Record<string, string | number> = {}): Finding {
  return { rule: 'tafel-slope', level, catalyst, message: message(id, text, { file: nameOf(entry), ...params }), source: SOURCE, metric: 'tafel_slope', entries: [entry.id] }
}
