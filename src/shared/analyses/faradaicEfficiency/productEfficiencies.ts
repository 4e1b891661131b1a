import { analyteOfEntry, nameOf, type Electrolysis } from '../../electrochemistry/electrolysis'
import { isInjection } from '../../electrochemistry/hydrogenAmount'
import { productAmount, type AmountContext, type Product, type ProductAmount } from '../../electrochemistry/productAmount'
import { groupBy } from '../../groupBy'
import { message } from '../../message'
import type { Conditions, Finding, Need, Result, SettingDefinition, Settings } from '../analysis'
import { faradaicEfficiency } from './faradaicEfficiency'

const products = [{ product: 'NH3', metric: 'fe_nh3', key: 'electronsNH3' }, { product: 'NO2', metric: 'fe_no2', key: 'electronsNO2' }] as const satisfies readonly { product: Product; metric: string; key: string }[]

export const electronSettings: readonly SettingDefinition[] = [
  { key: 'electronsNH3', label: 'Electrons per NH₃ (8 from NO₃⁻, 6 from NO₂⁻)', default: 8 },
  { key: 'electronsNO2', label: 'Electrons per NO₂⁻', default: 2 }
]

/** In C, of either sign; undefined or 0: there is none to hold the products against. */
export type RunCharge = Pick<Result, 'value' | 'inputs'> | undefined
export interface ProductEfficiencies { readonly results: readonly Result[]; readonly amounts: ReadonlyMap<Product, ProductAmount>; readonly needs: readonly Need[]; readonly findings: readonly Finding[] }

/** FE of NH3 and NO2⁻ of one run in %, with the amounts that they are of; what is missing for an amount is named. */
export function productEfficiencies(run: Electrolysis, charge: RunCharge, { catalyst, conditions, settings, context }: { readonly catalyst: string | null; readonly conditions: Conditions; readonly settings: Settings; readonly context: AmountContext }): ProductEfficiencies {
  const results: Result[] = []
  const amounts = new Map<Product, ProductAmount>()
  const needs = needOfAnalyte(run, context)
  const findings = notUsed(run, context, catalyst)
  for (const { product, metric, key } of products) {
    const amount = productAmount(run, product, context)
    if (!amount) continue
    if ('needs' in amount) {
      needs.push(...amount.needs)
      continue
    }
    amounts.set(product, amount)
    findings.push(...amount.findings.map((finding) => ({ ...finding, catalyst, metric })))
    if (charge && charge.value !== 0) results.push({ catalyst, metric, unit: '%', conditions, ...efficiencyOf(amount, Number(settings[key]), charge) })
  }
  return { results, amounts, needs, findings }
}

function efficiencyOf(amount: ProductAmount, electrons: number, charge: NonNullable<RunCharge>): Pick<Result, 'value' | 'u' | 'method' | 'inputs' | 'budget' | 'terms'> {
  const perMol = faradaicEfficiency({ electronsPerProduct: electrons, amountMol: 1, chargeC: charge.value })
  return {
    value: perMol * amount.amountMol, u: amount.u_mol === null ? null : perMol * amount.u_mol,
    method: `FE = 100·${electrons}·F·n/|Q|; ${amount.method}`, inputs: [...new Set([...charge.inputs, ...amount.inputs])],
    budget: amount.budget.map(({ source, u }) => ({ source, u: perMol * u })),
    terms: [{ name: 'charge_C', value: charge.value }, ...amount.terms, { name: 'electrons', value: electrons }]
  }
}

/** A reading whose analyte nobody states cannot be used for any product. */
function needOfAnalyte(run: Electrolysis, { entries }: AmountContext): Need[] {
  const silent = run.readings.filter((id) => { const entry = entries.get(id); return entry?.fields.analyte === undefined && !(entry && isInjection(entry)) })
  if (silent.length === 0) return []
  return [{ message: message('needs.analyte', 'analyte (NH3, NO2, NO3) of {n} reading(s)', { n: silent.length }), where: 'runSheet', field: 'analyte', entries: silent }]
}

/** Readings of products that no efficiency is computed of: the charge that made them is left among what is not accounted for. */
function notUsed(run: Electrolysis, { entries }: AmountContext, catalyst: string | null): Finding[] {
  const others = run.readings.flatMap((id) => entries.get(id) ?? []).filter((entry) => {
    const analyte = analyteOfEntry(entry)
    return entry.fields.analyte !== undefined && !isInjection(entry) && (analyte === undefined || analyte === 'H2')
  })
  return [...groupBy(others, ({ fields }) => fields.analyte!.value.trim())].map(([analyte, readings]): Finding => ({
    rule: 'product-not-used', level: 'warning', catalyst, metric: 'fe_sum', source: 'run sheet', entries: readings.map(({ id }) => id),
    message: message('finding.productNotUsed', 'The {analyte} reading of {file} is not used: efficiencies are computed of NH3, of NO2⁻ and, from injections (h2 (ppm)), of H2. It is in no sum.', { analyte, file: nameOf(readings[0]) })
  }))
}
