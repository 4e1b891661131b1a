import type { ProductAmount } from '../../electrochemistry/productAmount'
import type { Result } from '../analysis'
import { faradaicEfficiency } from './faradaicEfficiency'

/** FE in % of an amount of product over a charge in C, with what made it. */
export function efficiencyOf(amount: ProductAmount, electrons: number, charge: Pick<Result, 'value' | 'inputs'>): Pick<Result, 'value' | 'u' | 'method' | 'inputs' | 'budget' | 'terms'> {
  const perMol = faradaicEfficiency({ electronsPerProduct: electrons, amountMol: 1, chargeC: charge.value })
  return {
    value: perMol * amount.amountMol, u: amount.u_mol === null ? null : perMol * amount.u_mol,
    method: `FE = 100·${electrons}·F·n/|Q|; ${amount.method}`, inputs: [...new Set([...charge.inputs, ...amount.inputs])],
    budget: amount.budget.map(({ source, u }) => ({ source, u: perMol * u })),
    terms: [{ name: 'charge_C', value: charge.value }, ...amount.terms, { name: 'electrons', value: electrons }]
  }
}
