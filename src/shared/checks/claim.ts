/** A sentence that somebody states of the numbers, so that it can be computed again: of a paper, or of a project's own notes. */
interface Stated {
  readonly text: string
  readonly where: string
  readonly metric: string
}
/** The catalysts from the best to the least. */
export interface OrderClaim extends Stated { readonly kind: 'order'; readonly order: readonly string[]; readonly potential_V_RHE?: number }
/** `metric` goes up and down with `of`. */
export interface FollowsClaim extends Stated { readonly kind: 'follows'; readonly of: string }
export interface ContractionClaim extends Stated { readonly kind: 'contraction'; readonly reference_nm: number; readonly referenceName: string }
/** One and the same number is given per different things. */
export interface UnitClaim extends Stated { readonly kind: 'unit'; readonly units: readonly string[] }
/** A by-product is reported for a catalyst. */
export interface ByproductClaim extends Stated { readonly kind: 'byproduct'; readonly catalyst: string }
export type Claim = OrderClaim | FollowsClaim | ContractionClaim | UnitClaim | ByproductClaim
