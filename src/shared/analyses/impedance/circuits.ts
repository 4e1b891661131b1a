/** A complex number as [real, imaginary]. */
export type Complex = readonly [number, number]

export interface CircuitParameter { readonly name: string; readonly unit: string }
export interface Circuit {
  readonly id: string
  readonly parameters: readonly CircuitParameter[]
  /** Z at ω (rad/s); parameters in the order above. */
  readonly impedance: (p: readonly number[], omega: number) => Complex
  /** Position of the charge-transfer resistance among the parameters; the solution resistance is the first. */
  readonly rct: number
  /** Smaller circuits that this one contains: their fit, grown into this one, is a start that no other can make worse. */
  readonly grownFrom: readonly { readonly id: string; readonly starts: (p: readonly number[], lowestOmega: number) => readonly (readonly number[])[] }[]
}

const add = (a: Complex, b: Complex): Complex => [a[0] + b[0], a[1] + b[1]]
const inverse = ([re, im]: Complex): Complex => { const d = re * re + im * im; return [re / d, -im / d] }
const parallel = (a: Complex, b: Complex): Complex => inverse(add(inverse(a), inverse(b)))

/** Z of a constant-phase element: 1/(Q (jω)^n). */
function cpe(q: number, n: number, omega: number): Complex {
  const size = 1 / (q * omega ** n)
  return [size * Math.cos((n * Math.PI) / 2), -size * Math.sin((n * Math.PI) / 2)]
}
const capacitor = (c: number, omega: number): Complex => [0, -1 / (omega * c)]
/** Semi-infinite Warburg: σ(1 − j)/√ω. */
const warburg = (sigma: number, omega: number): Complex => [sigma / Math.sqrt(omega), -sigma / Math.sqrt(omega)]

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
  { id: 'R(RQ)', parameters: [Rs, Rct, Q, n], rct: 1, grownFrom: [{ id: 'R(RC)', starts: ([rs, rct, c]) => [[rs!, rct!, c!, nearCapacitor]] }], impedance: ([rs, rct, q, e], w) => add([rs!, 0], parallel([rct!, 0], cpe(q!, e!, w))) },
  { id: 'R(RC)', parameters: [Rs, Rct, { name: 'C', unit: 'F' }], rct: 1, grownFrom: [], impedance: ([rs, rct, c], w) => add([rs!, 0], parallel([rct!, 0], capacitor(c!, w))) },
  {
    id: 'R(Q[RW])', parameters: [Rs, Rct, Q, n, W], rct: 1,
    grownFrom: [{ id: 'R(RQ)', starts: ([rs, rct, q, e], w) => [[rs!, rct!, q!, e!, slightWarburg(rct!, w)]] }, { id: 'R(C[RW])', starts: ([rs, rct, c, s]) => [[rs!, rct!, c!, nearCapacitor, s!]] }],
    impedance: ([rs, rct, q, e, s], w) => add([rs!, 0], parallel(add([rct!, 0], warburg(s!, w)), cpe(q!, e!, w)))
  },
  { id: 'R(C[RW])', parameters: [Rs, Rct, { name: 'C', unit: 'F' }, W], rct: 1, grownFrom: [{ id: 'R(RC)', starts: ([rs, rct, c], w) => [[rs!, rct!, c!, slightWarburg(rct!, w)]] }], impedance: ([rs, rct, c, s], w) => add([rs!, 0], parallel(add([rct!, 0], warburg(s!, w)), capacitor(c!, w))) },
  {
    id: 'R(RQ)(RQ)', parameters: [Rs, Rct, Q, n, { name: 'R_2', unit: ohm }, { name: 'Q_2', unit: 'S sⁿ' }, { name: 'n_2', unit: '' }], rct: 1,
    grownFrom: [{
      id: 'R(RQ)',
      // The second arc slower, faster, and within the first.
      starts: ([rs, rct, q, e]) => [[rs!, 0.7 * rct!, q!, e!, 0.3 * rct!, 30 * q!, 0.85], [rs!, 0.9 * rct!, q!, e!, 0.1 * rct!, q! / 30, 0.9], [rs!, 0.5 * rct!, 0.7 * q!, Math.min(e! + 0.1, 0.97), 0.5 * rct!, 3 * q!, e!]]
    }],
    impedance: ([rs, r1, q1, n1, r2, q2, n2], w) => add([rs!, 0], add(parallel([r1!, 0], cpe(q1!, n1!, w)), parallel([r2!, 0], cpe(q2!, n2!, w))))
  }
]
