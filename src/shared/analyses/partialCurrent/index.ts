import type { Finding, Result } from '../analysis'
import { defineAnalysis } from '../analysis'
import type { Electrolyses } from '../../electrochemistry/electrolysis'
import { FARADAY_C_PER_MOL } from '../../constants'
import { runMeans } from '../../electrochemistry/replicateMeans'
import { groupBy } from '../../groupBy'
import { message } from '../../message'
import { remembered } from '../../remembered'
import { collectElectrolyses, conditionsKey } from '../electrolysisPlan'
import { barsAgainstPotential } from '../potentialFigure'
import { resultsOfMetric } from '../resultsByMetric'

const parts = [{ from: 'fe_nh3', metric: 'j_nh3' }, { from: 'fe_no2', metric: 'j_no2' }, { from: 'fe_h2', metric: 'j_h2' }] as const

export const partialCurrent = defineAnalysis<Electrolyses>({
  id: 'partial-current',
  version: 4,
  title: 'Partial current density',
  tab: 'performance',
  scope: 'catalyst',
  metrics: ['j_nh3', 'j_no2', 'j_h2'],
  about: { equation: 'j_p = FE_p·j̄;  check: r_A = j_NH₃/(8 F)', source: 'definition', assumes: ['FE and mean current are those of the same electrolysis', 'j per geometric area'] },
  settings: [],
  after: ['electrolysis-charge', 'faradaic-efficiency', 'ammonia-yield'],
  collect: (view) => {
    const collected = collectElectrolyses(view)
    return collected?.plan.runs.some((run) => run.readings.length > 0 && run.traces.length > 0) ? collected : null
  },
  compute: (_view, _plan, _settings, context) => {
    const singlesOf = (id: string, metric: string): readonly Result[] => resultsOfMetric(context.upstream(id), metric).filter((result) => result.n === undefined)
    const currentsOf = groupBy(singlesOf('electrolysis-charge', 'j_mean'), ({ inputs }) => inputs[0])
    /** By what they are of: a catalyst has thousands of electrolyses, and each would be held against each. The first of several counts. */
    const rates = new Map(singlesOf('ammonia-yield', 'yield_nh3_molar').toReversed().map((result) => [conditionsKey(result.conditions), result]))
    const singles: Result[] = []
    const findings: Finding[] = []
    for (const { from, metric } of parts) {
      for (const efficiency of singlesOf('faradaic-efficiency', from)) {
        const current = currentOf(efficiency, currentsOf)
        if (!current) continue
        const single = shares(efficiency, [current], () => shareOf(metric, efficiency, current))
        singles.push(single)
        const rate = metric === 'j_nh3' ? rates.get(conditionsKey(efficiency.conditions)) : undefined
        const electrons = efficiency.terms?.find((term) => term.name === 'electrons')?.value
        if (rate && electrons) findings.push(...disagreement(single.value, rate.value, electrons, efficiency))
      }
    }
    const results = [...singles, ...runMeans(singles)]
    const figure = barsAgainstPotential(results, [{ name: 'NH₃', metric: 'j_nh3' }, { name: 'NO₂⁻', metric: 'j_no2' }, { name: 'H₂', metric: 'j_h2' }], { id: 'partial-current', title: 'Partial current density', yTitle: 'j_p (geometric area)', unit: 'mA cm⁻²', stacked: false })
    return { results, figures: figure && figure.groups.length > 0 ? [figure] : [], needs: [], findings }
  }
})

/** Of the same traces. */
function currentOf({ inputs }: Result, currents: ReadonlyMap<string | undefined, readonly Result[]>): Result | undefined {
  for (const id of inputs) {
    const found = currents.get(id)?.find((candidate) => candidate.inputs.every((trace) => inputs.includes(trace)))
    if (found) return found
  }
  return undefined
}

const shares = remembered<Result>()

const shareOf = (metric: string, { catalyst, value, u, conditions, inputs }: Result, current: Result): Result => ({
  catalyst, metric, value: (value / 100) * current.value, unit: 'mA/cm2', u: u === null ? null : Math.abs(current.value) * (u / 100), conditions, inputs,
  method: `FE ${value.toPrecision(4)} % of ${current.value.toPrecision(4)} mA cm⁻²`, terms: [{ name: 'faradaicEfficiency_percent', value }, { name: 'j_mA_cm2', value: current.value }]
})

/** Yield and partial current state the same thing twice: |r_A| = |j|/(zF); both are of the same sign, that of sample less blank. */
function disagreement(j_mA_cm2: number, rate_umol_h_cm2: number, electrons: number, efficiency: Result): Finding[] {
  const fromCurrent = (Math.abs(j_mA_cm2) * 3600 * 1000) / (electrons * FARADAY_C_PER_MOL)
  const off = Math.abs(fromCurrent - Math.abs(rate_umol_h_cm2)) / Math.max(Math.abs(rate_umol_h_cm2), 1e-12)
  if (!(off > 0.05)) return []
  return [{
    rule: 'yield-current', level: 'error', catalyst: efficiency.catalyst, metric: 'j_nh3', conditions: efficiency.conditions, source: 'r = j/(zF)', entries: efficiency.inputs,
    message: message('finding.yieldCurrent', 'Yield ({r} µmol h⁻¹ cm⁻²) and partial current ({j} µmol h⁻¹ cm⁻² by Faraday) disagree by {off} %: check time, area and volume.', { r: rate_umol_h_cm2.toPrecision(4), j: fromCurrent.toPrecision(4), off: (off * 100).toFixed(0) })
  }]
}
