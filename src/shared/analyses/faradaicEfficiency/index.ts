import type { Electrolyses, Electrolysis } from '../../electrochemistry/electrolysis'
import { hydrogenAmount, isInjection } from '../../electrochemistry/hydrogenAmount'
import { amountContext, productAmount, type AmountContext, type Product } from '../../electrochemistry/productAmount'
import { replicateMeans } from '../../electrochemistry/replicateMeans'
import { message } from '../../message'
import { defineAnalysis, type Finding, type Need, type Result } from '../analysis'
import { chargeResult, collectElectrolyses, conditionsOf, durationOf, needTrace, uniqueNeeds } from '../electrolysisPlan'
import { barsAgainstPotential } from '../potentialFigure'
import { withUnaccountedRest } from './unaccountedRest'
import { efficiencyOf } from './efficiencyOf'
import { faradaicEfficiency } from './faradaicEfficiency'

const products = [{ product: 'NH3', metric: 'fe_nh3', key: 'electronsNH3' }, { product: 'NO2', metric: 'fe_no2', key: 'electronsNO2' }] as const satisfies readonly { product: Product; metric: string; key: string }[]

export const faradaicEfficiencyAnalysis = defineAnalysis<Electrolyses>({
  id: 'faradaic-efficiency',
  version: 1,
  title: 'Faradaic efficiency',
  tab: 'performance',
  scope: 'catalyst',
  metrics: ['fe_nh3', 'fe_no2', 'fe_h2', 'fe_sum'],
  about: {
    equation: 'FE = 100 z F n/|Q|;  n = (c·D − c_blank)·V/M',
    source: "Faraday's law; seed paper, experimental section; z from NO₃⁻: NH₃ 8, NO₂⁻ 2; H₂ 2 by online GC, n = x·v̇·P·t/(R T)",
    assumes: ['all product stays in the analysed electrolyte', 'its volume did not change during the electrolysis', 'the uncertainty is that of the calibration; volume and charge are taken as exact']
  },
  settings: [
    { key: 'electronsNH3', label: 'Electrons per NH₃ (8 from NO₃⁻, 6 from NO₂⁻)', default: 8 },
    { key: 'electronsNO2', label: 'Electrons per NO₂⁻', default: 2 }
  ],
  after: ['electrolysis-charge', 'calibration'],
  collect: (view) => {
    const collected = collectElectrolyses(view)
    return collected?.plan.runs.some((run) => run.readings.length > 0) ? collected : null
  },
  compute: (view, plan, settings, context) => {
    const amounts = amountContext(view, plan.reagentBlanks, context.upstream('calibration'), context.derive)
    const singles: Result[] = []
    const needs: Need[] = []
    const findings: Finding[] = []
    for (const run of plan.runs.filter((candidate) => candidate.readings.length > 0)) {
      const charge = chargeResult(run, context)
      needs.push(...run.needs, ...needOfAnalyte(run, amounts))
      if (!charge || charge.value === 0) needs.push(needTrace(run, view))
      const ofRun: Result[] = []
      for (const { product, metric, key } of products) {
        const amount = productAmount(run, product, amounts)
        if (!amount) continue
        if ('needs' in amount) {
          needs.push(...amount.needs)
          continue
        }
        findings.push(...amount.findings.map((finding) => ({ ...finding, catalyst: view.catalyst, metric })))
        if (!charge || charge.value === 0) continue
        const electrons = Number(settings[key])
        ofRun.push({ catalyst: view.catalyst, metric, unit: '%', conditions: conditionsOf(run, charge), ...efficiencyOf(amount, electrons, charge) })
      }
      const hydrogen = charge && charge.value !== 0 ? hydrogenOf(run, charge, amounts, view.catalyst) : undefined
      if (hydrogen && 'needs' in hydrogen) needs.push(...hydrogen.needs)
      else if (hydrogen) ofRun.push(hydrogen)
      singles.push(...ofRun, ...sumOf(ofRun))
    }
    const results = [...singles, ...replicateMeans(singles)]
    const figure = barsAgainstPotential(results, [{ name: 'NH₃', metric: 'fe_nh3' }, { name: 'NO₂⁻', metric: 'fe_no2' }, { name: 'H₂', metric: 'fe_h2' }], {
      id: 'faradaic-efficiency', title: 'Faradaic efficiency', yTitle: 'Faradaic efficiency', unit: '%', stacked: true
    })
    return { results, figures: figure ? [withUnaccountedRest(figure)] : [], needs: uniqueNeeds(needs), findings }
  }
})

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

/** A reading whose analyte nobody states cannot be used for any product. */
function needOfAnalyte(run: Electrolysis, amounts: AmountContext): Need[] {
  const silent = run.readings.filter((id) => { const entry = amounts.entries.get(id); return entry?.fields.analyte === undefined && !(entry && isInjection(entry)) })
  if (silent.length === 0) return []
  return [{ message: message('needs.analyte', 'analyte (NH3, NO2, NO3) of {n} reading(s)', { n: silent.length }), where: 'runSheet', field: 'analyte', entries: silent }]
}
