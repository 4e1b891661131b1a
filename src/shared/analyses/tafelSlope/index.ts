import { distinctNames, nameOf } from '../../electrochemistry/electrolysis'
import { isBattery, isNitrateFree } from '../../electrochemistry/role'
import { sweepOnRheScale, type RheSweep } from '../../electrochemistry/sweepOnRheScale'
import { techniqueOf } from '../../electrochemistry/techniqueOf'
import type { Handle, Series } from '../../figure'
import { message } from '../../message'
import type { CatalystEntries, Entry } from '../../project'
import { defineAnalysis, type Conditions, type Finding, type Need, type Result, type Settings } from '../analysis'
import { uniqueNeeds } from '../electrolysisPlan'
import { withFiles } from '../toldApart'
import { longestLinearWindow, type LinearWindow } from './longestLinearWindow'

const SOURCE = 'Bard & Faulkner, ch. 3; Anantharaj & Noda, J. Mater. Chem. A 10 (2022) 9348 (iR and windows)'
const MOST_POINTS = 400

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
    assumes: ['widest window with the r² set below, or the window entered', 'steady state is taken for granted at the scan rate used', 'no mass-transport correction']
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
        const window = windowOf(points, settings)
        const look = view.catalyst === null ? {} : { catalyst: view.catalyst }
        if (points.logJ.length > 1) series.push({ name: names.get(entry.id)!, style: 'points', x: points.logJ, y: points.potential_V, ...look })
        if (!window) {
          findings.push(isChosen(settings)
            ? found(view.catalyst, entry, 'warning', 'finding.noTafelWindow', 'The chosen window ({window}) of {file} holds no three points on a falling line: move its ends or go back to automatic.', { window: windowText(settings) })
            : found(view.catalyst, entry, 'note', 'finding.noTafel', '{file} has no straight Tafel region of a third of a decade or more.'))
          if (points.logJ.length > 1) handles = handlesOf(endOf(settings.from, points.logJ[0]!), endOf(settings.to, points.logJ.at(-1)!))
          continue
        }
        const x = points.logJ.slice(window.start, window.end)
        const decades = x.at(-1)! - x[0]!
        if (decades < 1) findings.push(found(view.catalyst, entry, 'warning', 'check.tafelDecade', 'The Tafel region of {file} spans {decades} decades; less than one is little.', { decades: decades.toFixed(2) }))
        if (sweep.scale.iR === null) findings.push(found(view.catalyst, entry, 'warning', 'check.tafelIr', 'The Tafel slope of {file} is from data without iR correction.'))
        results.push({
          catalyst: view.catalyst, metric: 'tafel_slope', value: -window.slope * 1000, u: window.seSlope * 1000, unit: 'mV/dec', conditions: conditionsBy.get(entry.id)!, inputs: [entry.id],
          method: `line over ${(10 ** x[0]!).toPrecision(3)}–${(10 ** x.at(-1)!).toPrecision(3)} mA cm⁻² (${decades.toFixed(2)} decades, r² = ${window.r2.toFixed(5)}); ${sweep.scale.method}`
        })
        handles = handlesOf(x[0]!, x.at(-1)!)
        series.push({ name: `${entries.length > 1 ? `${names.get(entry.id)}: ` : ''}${(-window.slope * 1000).toFixed(0)} mV/dec`, style: 'line', x: [x[0]!, x.at(-1)!], y: [x[0]!, x.at(-1)!].map((value) => window.intercept + window.slope * value) })
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

interface TafelPoints { readonly logJ: readonly number[]; readonly potential_V: readonly number[] }

/** Reduction only, |j| rising; every k-th point of a long sweep, so that the search stays quick. */
function tafelPoints({ potential_V, j_mA_cm2 }: RheSweep): TafelPoints {
  const rows: number[] = []
  let highest = 0.02
  j_mA_cm2.forEach((j, row) => {
    if (-j <= highest) return
    highest = -j
    rows.push(row)
  })
  const every = Math.max(1, Math.ceil(rows.length / MOST_POINTS))
  const kept = rows.filter((_, i) => i % every === 0)
  return { logJ: kept.map((row) => Math.log10(-j_mA_cm2[row]!)), potential_V: kept.map((row) => potential_V[row]!) }
}

function windowOf({ logJ, potential_V }: TafelPoints, settings: Settings): LinearWindow | undefined {
  const from = Number(settings.from)
  const to = Number(settings.to)
  const inside = logJ.flatMap((x, i) => ((from > 0 && x < Math.log10(from)) || (to > 0 && x > Math.log10(to)) ? [] : [i]))
  const first = inside[0] ?? 0
  const isManual = from > 0 && to > 0
  const found = longestLinearWindow(inside.map((i) => logJ[i]!), inside.map((i) => potential_V[i]!), isManual ? -1 : Number(settings.minR2), isManual ? Math.max(3, inside.length) : 5)
  if (!found) return undefined
  const window = { ...found, start: found.start + first, end: found.end + first }
  const isRight = window.slope < 0 && (isManual || logJ[window.end - 1]! - logJ[window.start]! >= 1 / 3)
  return isRight ? window : undefined
}

const isChosen = ({ from, to }: Settings): boolean => Number(from) > 0 || Number(to) > 0
const windowText = ({ from, to }: Settings): string => `|j| ${Number(from) > 0 ? `from ${from}` : ''}${Number(to) > 0 ? ` to ${to}` : ''} mA cm⁻²`
/** log₁₀ of an end that was chosen, else of the last point on that side. */
const endOf = (chosen: Settings[string] | undefined, otherwise: number): number => (Number(chosen) > 0 ? Math.log10(Number(chosen)) : otherwise)

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
