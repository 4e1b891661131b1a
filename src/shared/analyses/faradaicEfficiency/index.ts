import type { Electrolyses, Electrolysis } from '../../electrochemistry/electrolysis'
import { hydrogenAmount } from '../../electrochemistry/hydrogenAmount'
import { amountContext, productAmount, type AmountContext } from '../../electrochemistry/productAmount'
import { runMeans } from '../../electrochemistry/replicateMeans'
import { remembered } from '../../remembered'
import { defineAnalysis, type Computed, type Finding, type Need, type Result, type Settings } from '../analysis'
import { chargeResult, collectElectrolyses, conditionsOf, durationOf, needTrace, uniqueNeeds } from '../electrolysisPlan'
import { barsAgainstPotential } from '../potentialFigure'
import { withUnaccountedRest } from './unaccountedRest'
import { faradaicEfficiency } from './faradaicEfficiency'
import { electronSettings, productEfficiencies } from './productEfficiencies'

export const faradaicEfficiencyAnalysis = defineAnalysis<Electrolyses>({
  id: 'faradaic-efficiency',
  version: 4,
  title: 'Faradaic efficiency',
  tab: 'performance',
  scope: 'catalyst',
  metrics: ['fe_nh3', 'fe_no2', 'fe_h2', 'fe_sum'],
  about: {
    equation: 'FE = 100 z F n/|Q|;  n = (c·D − c_blank)·V/M',
    source: "Faraday's law; seed paper, experimental section; z from NO₃⁻: NH₃ 8, NO₂⁻ 2; H₂ 2 by online GC, n = x·v̇·P·t/(R T)",
    assumes: ['all product stays in the analysed electrolyte', 'its volume did not change during the electrolysis', 'the uncertainty is that of the calibration; volume and charge are taken as exact']
  },
  settings: electronSettings,
  after: ['electrolysis-charge', 'calibration'],
  collect: (view) => {
    const collected = collectElectrolyses(view)
    return collected?.plan.runs.some((run) => run.readings.length + run.unclear.length > 0) ? collected : null
  },
  compute: (view, plan, settings, context) => {
    const amounts = amountContext(view, plan.reagentBlanks, context.upstream('calibration'), context.derive)
    const singles: Result[] = []
    const needs: Need[] = []
    const findings: Finding[] = []
    for (const run of plan.runs.filter((candidate) => candidate.readings.length + candidate.unclear.length > 0)) {
      const charge = chargeResult(run, context)
      const made = efficiencies(run, [view.catalyst, ...Object.values(settings), charge, productAmount(run, 'NH3', amounts), productAmount(run, 'NO2', amounts)], () => efficienciesOf(run, charge, view.catalyst, settings, amounts))
      singles.push(...made.results)
      needs.push(...made.needs)
      findings.push(...made.findings)
    }
    const told = sumsApart(singles)
    const results = [...told, ...runMeans(told)]
    const figure = barsAgainstPotential(results, [{ name: 'NH₃', metric: 'fe_nh3' }, { name: 'NO₂⁻', metric: 'fe_no2' }, { name: 'H₂', metric: 'fe_h2' }], {
      id: 'faradaic-efficiency', title: 'Faradaic efficiency', yTitle: 'Faradaic efficiency', unit: '%', stacked: true
    })
    return { results, figures: figure ? [withUnaccountedRest(figure)] : [], needs: uniqueNeeds(needs), findings }
  }
})

type OfRun = Pick<Computed, 'results' | 'needs' | 'findings'>
const efficiencies = remembered<OfRun>()

function efficienciesOf(run: Electrolysis, charge: Result | undefined, catalyst: string | null, settings: Settings, amounts: AmountContext): OfRun {
  const made = productEfficiencies(run, charge, { catalyst, conditions: conditionsOf(run, charge), settings, context: amounts })
  const hydrogen = charge && charge.value !== 0 ? hydrogenOf(run, charge, amounts, catalyst) : undefined
  const results = [...made.results, ...(hydrogen && !('needs' in hydrogen) ? [hydrogen] : [])]
  return {
    results: [...results, ...sumOf(results)], findings: made.findings,
    needs: [...run.needs, ...(run.traceRelation !== 'wholes' && (!charge || charge.value === 0) ? [needTrace(run, amounts.entries)] : []), ...made.needs, ...(hydrogen && 'needs' in hydrogen ? hydrogen.needs : [])]
  }
}

/** H2 of online GC over the charge; its injections may be scattered over the electrolysis. */
function hydrogenOf(run: Electrolysis, charge: Result, amounts: AmountContext, catalyst: string | null): Result | { readonly needs: readonly Need[] } | undefined {
  const time_h = durationOf(run, charge)
  const amount = time_h === undefined ? undefined : hydrogenAmount(run, amounts.entries, time_h)
  if (!amount || 'needs' in amount) return amount
  const perMol = faradaicEfficiency({ electronsPerProduct: 2, amountMol: 1, chargeC: charge.value })
  return {
    catalyst, metric: 'fe_h2', unit: '%', conditions: conditionsOf(run, charge), value: perMol * amount.amountMol, u: amount.u_mol === null ? null : perMol * amount.u_mol,
    method: `FE = 100·2·F·n/|Q|; ${amount.method}`, inputs: [...new Set([...charge.inputs, ...amount.inputs])], terms: [{ name: 'charge_C', value: charge.value }, { name: 'electrons', value: 2 }]
  }
}

/** Sum of all products of a run, where more than one was measured. */
function sumOf(ofRun: readonly Result[]): Result[] {
  const [first] = ofRun
  if (!first || ofRun.length < 2) return []
  const { catalyst, unit, conditions } = first
  const u = ofRun.some((result) => result.u === null) ? null : Math.hypot(...ofRun.map((result) => result.u ?? 0))
  const names = ofRun.map((result) => result.metric.replace('fe_', '').toUpperCase())
  return [{
    catalyst, metric: 'fe_sum', unit, conditions, value: ofRun.reduce((sum, result) => sum + result.value, 0), u, method: `sum over ${names.join(' and ')}`,
    inputs: [...new Set(ofRun.flatMap((result) => result.inputs))]
  }]
}

/** Sums over different products are different numbers: where runs differ in what was measured, each says its products. */
function sumsApart(singles: readonly Result[]): readonly Result[] {
  const isSum = ({ metric }: Result): boolean => metric === 'fe_sum'
  if (new Set(singles.filter(isSum).map(({ method }) => method)).size < 2) return singles
  return singles.map((single) => (isSum(single) ? withProducts(single, [], () => ({ ...single, conditions: { ...single.conditions, products: single.method.replace('sum over ', '').replaceAll(' and ', ', ') } })) : single))
}
const withProducts = remembered<Result>()
