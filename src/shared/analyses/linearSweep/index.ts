import { potentialAtCurrent } from '../../electrochemistry/cathodicSweep'
import { nameOf } from '../../electrochemistry/electrolysis'
import { replicateMeans } from '../../electrochemistry/replicateMeans'
import { isBattery, isNitrateFree, roleOf } from '../../electrochemistry/role'
import { sweepOnRheScale, type RheSweep } from '../../electrochemistry/sweepOnRheScale'
import { techniqueOf } from '../../electrochemistry/techniqueOf'
import type { Mark, Series } from '../../figure'
import { message } from '../../message'
import { minMaxDecimate } from '../../numerics/minMaxDecimate'
import type { CatalystEntries, Entry } from '../../project'
import { defineAnalysis, type Conditions, type Finding, type Need, type Result, type Settings } from '../analysis'
import { uniqueNeeds } from '../electrolysisPlan'

const SOURCE = 'seed paper, LSV in 0.5 M K₂SO₄ with and without NO₃⁻'
const POINTS_PER_CURVE = 800

export const linearSweep = defineAnalysis<null>({
  id: 'linear-sweep',
  version: 1,
  title: 'Linear sweep voltammetry',
  tab: 'performance',
  scope: 'catalyst',
  metrics: ['onset', 'e_at_minus_10', 'overpotential_10'],
  about: {
    equation: 'E_RHE = E + E_ref + (RT ln10/F)·pH − f·i·R_u;  onset: first E with |j| ≥ threshold;  η₁₀ = E_eq − E(−10 mA cm⁻²)',
    source: SOURCE,
    assumes: ['first sweep towards negative potentials', 'j per geometric area', 'no smoothing; linear between points', 'E_eq of NO₃⁻/NH₃ as set below']
  },
  settings: [
    { key: 'threshold', label: 'Threshold of the onset', unit: 'mA cm⁻²', default: 0.5 },
    { key: 'equilibriumPotential', label: 'Equilibrium potential of NO₃⁻/NH₃', unit: 'V vs RHE', default: 0.69 }
  ],
  after: [],
  collect: (view) => {
    const entries = sweepsOf(view).map((entry) => entry.id)
    return entries.length > 0 ? { entries, plan: null } : null
  },
  compute: (view, _plan, settings, context) => {
    const singles: Result[] = []
    const needs: Need[] = []
    const findings: Finding[] = []
    const series: Series[] = []
    const entries = sweepsOf(view)
    for (const entry of entries) {
      try {
        const sweep = sweepOnRheScale(entry, context.load(entry.id), view.defaults)
        if ('needs' in sweep) {
          needs.push(...sweep.needs.map((need) => ({ ...need, entries: [entry.id] })))
          continue
        }
        singles.push(...numbersOf(entry, sweep, view, settings, findings))
        series.push(curveOf(entry, sweep, view.catalyst))
        findings.push(...notesOf(entry, sweep, view.catalyst))
      } catch (error) {
        if (!(error instanceof RangeError)) throw error
        findings.push(found('error', view.catalyst, entry, 'finding.noSweep', 'The sweep of {file} cannot be used: {why}', { why: error.message }))
      }
    }
    const results = [...singles, ...meansOf(singles)]
    const marks: Mark[] = singles.filter((result) => result.metric === 'onset' && result.conditions.nitrate_M !== 0).slice(0, 1)
      .map((result) => ({ axis: 'x', value: result.value, label: `onset ${result.value.toFixed(3)} V`, ...(view.catalyst === null ? {} : { catalyst: view.catalyst }) }))
    return {
      results, needs: uniqueNeeds(needs), findings,
      // Solid and dashed by turns: the sweeps with nitrate come first.
      figures: series.length === 0 ? [] : [{ kind: 'xy', id: 'linear-sweep', title: 'Linear sweep', x: { title: 'E vs RHE', unit: 'V' }, y: { title: 'j (geometric area)', unit: 'mA cm⁻²' }, series: series.toSorted((a, b) => Number(a.style === 'dashed') - Number(b.style === 'dashed')), marks }]
    }
  }
})

function sweepsOf(view: CatalystEntries): Entry[] {
  return view.entries.filter((entry) => techniqueOf(entry) === 'LSV' && !isBattery(entry) && roleOf(entry) !== 'standard' &&
    ['potential', 'current'].every((quantity) => entry.measurement?.columns.some((column) => column.quantity === quantity)))
}

/** Only labelled repeats are replicates: two curves of one catalyst may differ in what nobody stated. */
const meansOf = (singles: readonly Result[]): Result[] => replicateMeans(singles.filter((result) => result.conditions.replicate !== undefined || result.conditions.run !== undefined))

function conditionsOfSweep(entry: Entry): Conditions {
  const { run, replicate, cycle, scanRate_mV_s, nitrate_M } = entry.fields
  const nitrate = isNitrateFree(entry) ? 0 : nitrate_M?.value
  return {
    ...(run ? { run: run.value } : {}), ...(replicate ? { replicate: replicate.value } : {}), ...(cycle ? { cycle: cycle.value } : {}),
    ...(scanRate_mV_s && scanRate_mV_s.origin !== 'header' ? { scan_rate_mV_s: scanRate_mV_s.value } : {}), ...(nitrate === undefined ? {} : { nitrate_M: nitrate })
  }
}

function numbersOf(entry: Entry, sweep: RheSweep, view: CatalystEntries, settings: Settings, findings: Finding[]): Result[] {
  const conditions = conditionsOfSweep(entry)
  const threshold = Number(settings.threshold)
  const equilibrium_V = Number(settings.equilibriumPotential)
  const at = (level: number, name: string): number | undefined => {
    const potential = potentialAtCurrent(sweep, level)
    if (typeof potential === 'number') return potential
    const text = potential === 'never' ? '{file} does not reach −{level} mA cm⁻², so it gives no {name}.' : '{file} is beyond −{level} mA cm⁻² from its first point on, so its {name} cannot be seen: start the sweep at a more positive potential.'
    findings.push(found('note', view.catalyst, entry, `finding.level.${potential}`, text, { level: Math.abs(level), name }))
    return undefined
  }
  const result = (metric: string, value: number | undefined, method: string): Result[] =>
    value === undefined ? [] : [{ catalyst: view.catalyst, metric, value, u: null, unit: 'V', conditions, method: `${method}; ${sweep.scale.method}`, inputs: [entry.id] }]
  const atMinus10 = at(10, 'potential at −10 mA cm⁻²')
  return [
    ...result('onset', at(threshold, 'onset'), `first potential with |j| ≥ ${threshold} mA cm⁻² (threshold)`),
    ...result('e_at_minus_10', atMinus10, 'linear between the points around −10 mA cm⁻²'),
    ...result('overpotential_10', atMinus10 === undefined ? undefined : equilibrium_V - atMinus10, `E_eq ${equilibrium_V} V − E(−10 mA cm⁻²)`)
  ]
}

function curveOf(entry: Entry, sweep: RheSweep, catalyst: string | null): Series {
  const curve = minMaxDecimate(sweep.potential_V, sweep.j_mA_cm2, POINTS_PER_CURVE)
  const { nitrate_M, replicate } = entry.fields
  const free = isNitrateFree(entry)
  const label = [free ? 'without NO₃⁻' : nitrate_M ? `${nitrate_M.value} M NO₃⁻` : nameOf(entry), replicate?.value].filter((part) => part !== undefined).join(', ')
  return { name: catalyst === null ? label : `${catalyst}, ${label}`, ...(catalyst === null ? {} : { catalyst }), style: free ? 'dashed' : 'line', x: curve.x, y: curve.y }
}

function notesOf(entry: Entry, sweep: RheSweep, catalyst: string | null): Finding[] {
  const notes = sweep.scale.notes.map((text): Finding => ({ rule: 'reference-filling', level: 'note', catalyst, message: text, source: 'Bard & Faulkner', metric: 'onset', entries: [entry.id] }))
  if (sweep.wasPositive) notes.push(found('note', catalyst, entry, 'finding.signTurned', '{file} counts reduction as positive; its current was turned round so that reduction is negative.', {}))
  if (sweep.scale.iR === null) notes.push({ ...found('warning', catalyst, entry, 'finding.iRNotStated', 'No iR correction: Ru or the iR fraction of {file} is not stated.', {}), rule: 'ir-not-stated' })
  return notes
}

function found(level: Finding['level'], catalyst: string | null, entry: Entry, id: string, text: string, params: Record<string, string | number>): Finding {
  return { rule: 'linear-sweep', level, catalyst, message: message(id, text, { file: nameOf(entry), ...params }), source: SOURCE, metric: 'onset', conditions: conditionsOfSweep(entry), entries: [entry.id] }
}
