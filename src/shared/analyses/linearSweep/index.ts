import { distinctNames } from '../../electrochemistry/electrolysis'
import { foldOf } from '../../electrochemistry/foldOf'
import { onsetMethods } from '../../electrochemistry/onset'
import { replicateMeans } from '../../electrochemistry/replicateMeans'
import { isNitrateFree } from '../../electrochemistry/role'
import { conditionsThatDiffer, statedConditions } from '../../electrochemistry/runConditions'
import { sweepOnRheScale, type RheSweep } from '../../electrochemistry/sweepOnRheScale'
import type { Handle, Mark, Series } from '../../figure'
import { message } from '../../message'
import { minMaxDecimate, type Curve } from '../../numerics/minMaxDecimate'
import type { Entry } from '../../project'
import { defineAnalysis, type Finding, type Need, type Result, type Settings } from '../analysis'
import { uniqueNeeds } from '../electrolysisPlan'
import { namesApart, potentialText, withFiles } from '../toldApart'
import { currentScale, normalisations } from './currentScale'
import { reductionSweeps } from './reductionSweeps'
import { conditionsOfSweep, found, numbersOf, SOURCE } from './sweepNumbers'

const POINTS_PER_CURVE = 800

export const linearSweep = defineAnalysis<null>({
  id: 'linear-sweep',
  version: 6,
  title: 'Linear sweep voltammetry',
  tab: 'performance',
  scope: 'catalyst',
  metrics: ['onset', 'e_at_minus_10', 'overpotential_10'],
  about: {
    equation: 'E_RHE = E + E_ref + (RT ln10/F)·pH − f·i·R_u;  onset: first E with |j| ≥ threshold, five points in a row;  η₁₀ = E_eq − E(−10 mA cm⁻²)',
    source: SOURCE,
    assumes: ['first sweep towards negative potentials; of a CV where no LSV with (or without) NO₃⁻ is there and its nitrate is stated', 'onset and E(−10) per geometric area, whatever the figure shows', 'no smoothing; linear between points', 'E_eq of NO₃⁻/NH₃ as set below']
  },
  settings: [
    { key: 'onsetMethod', label: 'Onset by', default: 'threshold', options: onsetMethods, isAtHand: true },
    { key: 'threshold', label: 'Threshold of the onset', unit: 'mA cm⁻²', default: 0.5 },
    { key: 'tangentAt', label: 'Tangent at |j| =', unit: 'mA cm⁻²', default: 5 },
    { key: 'normalisation', label: 'Current drawn per', default: 'geometric area', options: normalisations, isAtHand: true },
    { key: 'equilibriumPotential', label: 'Equilibrium potential of NO₃⁻/NH₃', unit: 'V vs RHE', default: 0.69 }
  ],
  after: ['double-layer-capacitance'],
  collect: (view) => {
    const entries = reductionSweeps(view).map((entry) => entry.id)
    return entries.length > 0 ? { entries, plan: null } : null
  },
  compute: (view, _plan, settings, context) => {
    const singles: Result[] = []
    const needs: Need[] = []
    const findings: Finding[] = []
    const series: Series[] = []
    const curves: { readonly entry: Entry; readonly sweep: RheSweep }[] = []
    for (const entry of reductionSweeps(view)) {
      try {
        const sweep = sweepOnRheScale(entry, context.load(entry.id), view.defaults)
        if ('needs' in sweep) needs.push(...sweep.needs.map((need) => ({ ...need, entries: [entry.id] })))
        else curves.push({ entry, sweep })
      } catch (error) {
        if (!(error instanceof RangeError)) throw error
        findings.push(found('error', view.catalyst, entry, 'finding.noSweep', 'The sweep of {file} cannot be used: {why}', { why: error.message }))
      }
    }
    const blank = curves.find(({ entry }) => isNitrateFree(entry))?.sweep ?? null
    const sweeps = curves.map(({ entry }) => entry)
    const differing = conditionsThatDiffer(sweeps.map(({ fields }) => fields))
    const [conditionsBy, files] = [withFiles(sweeps, (entry) => ({ ...conditionsOfSweep(entry), ...statedConditions(entry.fields, differing) })), distinctNames(sweeps)]
    const names = namesApart(sweeps.map((entry) => ({ id: entry.id, name: labelOf(entry), file: files.get(entry.id)! })))
    const scale = currentScale(settings, context, needs)
    const level = levelOf(settings)
    if (level && !(level.value > 0)) {
      needs.push({ message: message('needs.onsetLevel', 'an onset level above 0 mA cm⁻² (it is set to {value})', { value: level.value }), where: 'settings' })
    }
    for (const { entry, sweep } of curves) {
      singles.push(...numbersOf(entry, sweep, blank, view.catalyst, settings, findings, conditionsBy.get(entry.id)))
      const divisor = scale.divisor(entry, sweep)
      if (divisor !== null) series.push(curveOf(entry, sweep, view.catalyst, divisor, names.get(entry.id)!))
      findings.push(...notesOf(entry, sweep, view.catalyst))
    }
    const results = [...singles, ...meansOf(singles)]
    const marks: Mark[] = singles.filter((result) => result.metric === 'onset' && result.conditions.nitrate_M !== 0).slice(0, 1)
      .map((result) => ({ axis: 'x', value: result.value, label: `onset ${result.value.toFixed(3)} V`, ...(view.catalyst === null ? {} : { catalyst: view.catalyst }) }))
    return {
      results, needs: uniqueNeeds(needs), findings,
      // Solid and dashed by turns: the sweeps with nitrate come first.
      figures: series.length === 0 ? [] : [{ kind: 'xy', id: 'linear-sweep', title: 'Linear sweep', x: { title: 'E vs RHE', unit: 'V' }, y: scale.axis, series: series.toSorted((a, b) => Number(a.style === 'dashed') - Number(b.style === 'dashed')), marks, handles: handlesOf(settings) }]
    }
  }
})

/** The current density that the chosen method of the onset rests on. */
function levelOf({ onsetMethod, threshold, tangentAt }: Settings): { readonly setting: string; readonly label: string; readonly value: number } | null {
  if (onsetMethod === 'threshold') return { setting: 'threshold', label: 'Threshold of the onset', value: Number(threshold) }
  return onsetMethod === 'tangent' ? { setting: 'tangentAt', label: 'Tangent at', value: Number(tangentAt) } : null
}

/** It is dragged where the figure shows current per geometric area, which it is stated in. */
function handlesOf(settings: Settings): readonly Handle[] {
  const level = levelOf(settings)
  if (!level || settings.normalisation !== 'geometric area') return []
  return [{ label: level.label, setting: level.setting, axis: 'y', value: -level.value, isOpposite: true }]
}

/** Only labelled repeats are replicates: two curves of one catalyst may differ in what nobody stated. */
const meansOf = (singles: readonly Result[]): Result[] => replicateMeans(singles.filter((result) => result.conditions.replicate !== undefined || result.conditions.run !== undefined))

/** '0.1 M NO₃⁻, r2'; '' where the file says neither. */
function labelOf(entry: Entry): string {
  const { nitrate_M, replicate } = entry.fields
  const nitrate = isNitrateFree(entry) ? 'without NO₃⁻' : nitrate_M ? `${nitrate_M.value} M NO₃⁻` : undefined
  return nitrate === undefined ? '' : [nitrate, replicate?.value].filter((part) => part !== undefined).join(', ')
}

function curveOf(entry: Entry, sweep: RheSweep, catalyst: string | null, divisor: number, label: string): Series {
  const curve = thinned(sweep)
  const style = isNitrateFree(entry) ? 'dashed' : 'line'
  return { name: catalyst === null ? label : `${catalyst}, ${label}`, ...(catalyst === null ? {} : { catalyst }), style, x: curve.x, y: divisor === 1 ? curve.y : curve.y.map((j) => j / divisor) }
}

/** Thinned once for each sweep: a level that is dragged asks for it sixty times a second. */
const curvesOfSweeps = new WeakMap<RheSweep, Curve>()

function thinned(sweep: RheSweep): Curve {
  const curve = curvesOfSweeps.get(sweep) ?? minMaxDecimate(sweep.potential_V, sweep.j_mA_cm2, POINTS_PER_CURVE)
  curvesOfSweeps.set(sweep, curve)
  return curve
}

function notesOf(entry: Entry, sweep: RheSweep, catalyst: string | null): Finding[] {
  const notes = sweep.scale.notes.map((text): Finding => ({ rule: 'reference-electrode', level: 'note', catalyst, message: text, source: 'Bard & Faulkner', metric: 'onset', entries: [entry.id] }))
  if (sweep.wasPositive) notes.push(found('note', catalyst, entry, 'finding.signTurned', '{file} counts reduction as positive; its current was turned round so that reduction is negative.', {}))
  const fold = foldOf(sweep)
  if (fold) {
    notes.push({
      ...found('error', catalyst, entry, 'check.irFold', '{file} folds back after its iR correction: from {from} V on the potential turns round and comes to {to} V although the current rises. Ru {ru} Ω × {fraction} is more than the cell has; measure R_u again or lower the fraction.', {
        from: potentialText(Number(fold.from_V.toFixed(3))), to: potentialText(Number(fold.to_V.toFixed(3))), ru: sweep.scale.iR?.ru_ohm ?? 0, fraction: sweep.scale.iR?.fraction ?? 0
      }), rule: 'ir-fold', source: 'Anantharaj & Noda, J. Mater. Chem. A 10 (2022) 9348: overcompensation'
    })
  }
  if (sweep.scale.iR === null) notes.push({ ...found('warning', catalyst, entry, 'finding.iRNotStated', 'No iR correction: Ru or the iR fraction of {file} is not stated.', {}), rule: 'ir-not-stated' })
  return notes
}
