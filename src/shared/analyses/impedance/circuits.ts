export interface CircuitParameter { readonly name: string; readonly unit: string }
/**
 * A resistance beside a constant-phase element, 1/(Q (jω)ⁿ): places of their parameters. Where n is null it is a capacitor, where sigma is
 * not a semi-infinite Warburg element, σ(1 − j)/√ω, stands behind the resistance.
 */
export interface Arc { readonly r: number; readonly q: number; readonly n: number | null; readonly sigma: number | null }
export interface Circuit {
  readonly id: string
  readonly parameters: readonly CircuitParameter[]
  /** In series, behind the solution resistance, which is the first parameter. */
  readonly arcs: readonly Arc[]
  /** Position of the charge-transfer resistance among the parameters. */
  readonly rct: number
  /** Smaller circuits that this one contains: their fit, grown into this one, is a start that no other can make worse. */
  readonly grownFrom: readonly { readonly id: string; readonly starts: (p: readonly number[], lowestOmega: number) => readonly (readonly number[])[] }[]
}

const ohm = 'Ω'
const Rs: CircuitParameter = { name: 'R_s', unit: ohm }
const Rct: CircuitParameter = { name: 'R_ct', unit: ohm }
const Q: CircuitParameter = { name: 'Q', unit: 'S sⁿ' }
const n: CircuitParameter = { name: 'n', unit: '' }
const W: CircuitParameter = { name: 'σ', unit: 'Ω s⁻¹ᐟ²' }

const nearCapacitor = 0.97
/** A Warburg element that hardly matters down to the lowest frequency. */
const slightWarburg = (rct: number, lowestOmega: number): number => 0.05 * rct * Math.sqrt(lowestOmega)

/** Shapes in Boukamp's notation; parallel elements stand in brackets. */
export const circuits: readonly Circuit[] = [
  { id: 'R(RQ)', parameters: [Rs, Rct, Q, n], rct: 1, grownFrom: [{ id: 'R(RC)', starts: ([rs, rct, c]) => [[rs!, rct!, c!, nearCapacitor]] }], arcs: [{ r: 1, q: 2, n: 3, sigma: null }] },
  { id: 'R(RC)', parameters: [Rs, Rct, { name: 'C', unit: 'F' }], rct: 1, grownFrom: [], arcs: [{ r: 1, q: 2, n: null, sigma: null }] },
  {
    id: 'R(Q[RW])', parameters: [Rs, Rct, Q, n, W], rct: 1,
    grownFrom: [{ id: 'R(RQ)', starts: ([rs, rct, q, e], w) => [[rs!, rct!, q!, e!, slightWarburg(rct!, w)]] }, { id: 'R(C[RW])', starts: ([rs, rct, c, s]) => [[rs!, rct!, c!, nearCapacitor, s!]] }],
    arcs: [{ r: 1, q: 2, n: 3, sigma: 4 }]
  },
  { id: 'R(C[RW])', parameters: [Rs, Rct, { name: 'C', unit: 'F' }, W], rct: 1, grownFrom: [{ id: 'R(RC)', starts: ([rs, rct, c], w) => [[rs!, rct!, c!, slightWarburg(rct!, w)]] }], arcs: [{ r: 1, q: 2, n: null, sigma: 3 }] },
  {
    id: 'R(RQ)(RQ)', parameters: [Rs, Rct, Q, n, { name: 'R_2', unit: ohm }, { name: 'Q_2', unit: 'S sⁿ' }, { name: 'n_2', unit: '' }], rct: 1,
    grownFrom: [{
      id: 'R(RQ)',
      // The second arc slower, faster, and within the first.
      starts: ([rs, rct, q, e]) => [[rs!, 0.7 * rct!, q!, e!, 0.3 * rct!, 30 * q!, 0.85], [rs!, 0.9 * rct!, q!, e!, 0.1 * rct!, q! / 30, 0.9], [rs!, 0.5 * rct!, 0.7 * q!, Math.min(e! + 0.1, 0.97), 0.5 * rct!, 3 * q!, e!]]
    }],
    arcs: [{ r: 1, q: 2, n: 3, sigma: null }, { r: 4, q: 5, n: 6, sigma: null }]
  }
]
