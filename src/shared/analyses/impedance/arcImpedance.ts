import type { Arc } from './circuits'

/** What an arc adds to Z at one frequency, and by how much each of its parameters moves that, per unit of its logarithm (of n: of itself). Ω; real and imaginary parts. */
export interface ArcImpedance { re: number; im: number; r: [number, number]; q: [number, number]; n: [number, number]; sigma: [number, number] }
export const emptyArc = (): ArcImpedance => ({ re: 0, im: 0, r: [0, 0], q: [0, 0], n: [0, 0], sigma: [0, 0] })

/**
 * Z = 1/Y, Y = 1/(R + σ(1 − j)/√ω) + Q (jω)ⁿ, and its derivatives ∂Z = −Z² ∂Y. Written into `into`: a fit asks for it some hundred
 * thousand times, and objects made each time would take longer than the numbers.
 */
export function arcImpedance(arc: Arc, p: readonly number[], omega: number, lnOmega: number, into: ArcImpedance): void {
  const resistance = p[arc.r]!
  const s = arc.sigma === null ? 0 : p[arc.sigma]! / Math.sqrt(omega)
  const [aRe, aIm] = [resistance + s, -s]
  const aSize = aRe * aRe + aIm * aIm
  const n = arc.n === null ? 1 : p[arc.n]!
  const size = p[arc.q]! * Math.exp(n * lnOmega)
  const [bRe, bIm] = arc.n === null ? [0, size] : [size * Math.cos((n * Math.PI) / 2), size * Math.sin((n * Math.PI) / 2)]
  const [yRe, yIm] = [aRe / aSize + bRe, -aIm / aSize + bIm]
  const ySize = yRe * yRe + yIm * yIm
  const [zRe, zIm] = [yRe / ySize, -yIm / ySize]
  // Z/A, whose square is what a step of A = R + σ(1 − j)/√ω moves Z by.
  const [qRe, qIm] = [(zRe * aRe + zIm * aIm) / aSize, (zIm * aRe - zRe * aIm) / aSize]
  const [dRe, dIm] = [qRe * qRe - qIm * qIm, 2 * qRe * qIm]
  // −Z² Q (jω)ⁿ
  const [z2Re, z2Im] = [zRe * zRe - zIm * zIm, 2 * zRe * zIm]
  const [cRe, cIm] = [z2Im * bIm - z2Re * bRe, -z2Re * bIm - z2Im * bRe]
  into.re = zRe
  into.im = zIm
  into.r[0] = dRe * resistance
  into.r[1] = dIm * resistance
  into.sigma[0] = s * (dRe + dIm)
  into.sigma[1] = s * (dIm - dRe)
  into.q[0] = cRe
  into.q[1] = cIm
  into.n[0] = cRe * lnOmega - (cIm * Math.PI) / 2
  into.n[1] = cIm * lnOmega + (cRe * Math.PI) / 2
}
