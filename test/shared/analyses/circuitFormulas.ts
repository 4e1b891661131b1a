/** Z of each circuit written out with complex numbers, apart from what the program fits with. Parameters in the order of the circuit. */
type Complex = readonly [number, number]
const add = (...terms: readonly Complex[]): Complex => terms.reduce(([re, im], [a, b]) => [re + a, im + b], [0, 0])
const inverse = ([re, im]: Complex): Complex => { const size = re * re + im * im; return [re / size, -im / size] }
const parallel = (a: Complex, b: Complex): Complex => inverse(add(inverse(a), inverse(b)))
const resistor = (r: number): Complex => [r, 0]
const capacitor = (c: number, w: number): Complex => [0, -1 / (w * c)]
const phase = (q: number, n: number, w: number): Complex => { const size = 1 / (q * w ** n); return [size * Math.cos((n * Math.PI) / 2), -size * Math.sin((n * Math.PI) / 2)] }
const warburg = (sigma: number, w: number): Complex => [sigma / Math.sqrt(w), -sigma / Math.sqrt(w)]

export const circuitFormulas: Readonly<Record<string, (p: readonly number[], omega: number) => Complex>> = {
  'R(RC)': ([rs, r, c], w) => add(resistor(rs!), parallel(resistor(r!), capacitor(c!, w))),
  'R(RQ)': ([rs, r, q, n], w) => add(resistor(rs!), parallel(resistor(r!), phase(q!, n!, w))),
  'R(C[RW])': ([rs, r, c, s], w) => add(resistor(rs!), parallel(add(resistor(r!), warburg(s!, w)), capacitor(c!, w))),
  'R(Q[RW])': ([rs, r, q, n, s], w) => add(resistor(rs!), parallel(add(resistor(r!), warburg(s!, w)), phase(q!, n!, w))),
  'R(RQ)(RQ)': ([rs, r1, q1, n1, r2, q2, n2], w) => add(resistor(rs!), parallel(resistor(r1!), phase(q1!, n1!, w)), parallel(resistor(r2!), phase(q2!, n2!, w)))
}
