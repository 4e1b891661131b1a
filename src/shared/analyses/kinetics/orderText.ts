import type { RateConstants } from './rateConstants'

/** Which order describes the points better, for the method of a rate constant; '' where that cannot be told. */
export const orderText = ({ aicc }: RateConstants): string =>
  (aicc ? `; ${aicc.zero <= aicc.first ? 'zero' : 'first'} order fits better (AICc ${aicc.zero.toFixed(1)} zero, ${aicc.first.toFixed(1)} first)` : '')

/** AICc of both orders as a method text states them; null where it states none. */
export function orderIn(method: string): { readonly zero: number; readonly first: number } | null {
  const [, zero, first] = /AICc (-?[\d.]+) zero, (-?[\d.]+) first/.exec(method) ?? []
  return zero === undefined || first === undefined ? null : { zero: Number(zero), first: Number(first) }
}
