import { FARADAY_C_PER_MOL } from '../../constants'

export interface FaradaicInput {
  readonly electronsPerProduct: number
  readonly amountMol: number
  readonly chargeC: number
}

/** Share of the charge that made the product, %: FE = 100 z F n / |Q|. RangeError for a charge of zero. */
export function faradaicEfficiency({ electronsPerProduct, amountMol, chargeC }: FaradaicInput): number {
  if (!(Math.abs(chargeC) > 0)) throw new RangeError(`The charge must not be zero, got ${chargeC} C.`)
  return (100 * electronsPerProduct * FARADAY_C_PER_MOL * amountMol) / Math.abs(chargeC)
}
