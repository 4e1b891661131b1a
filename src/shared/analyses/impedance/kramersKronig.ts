import { solveLinear } from '../../numerics/solveLinear'
import type { Impedance } from './spectrum'

export interface KramersKronigTest { /** Largest |Δ|/|Z| of real or imaginary part, %. */ readonly largest_percent: number; readonly rms_percent: number; readonly elements: number }

/**
 * Linear Kramers–Kronig test (Boukamp, J. Electrochem. Soc. 142 (1995) 1885): residuals of a chain of RC elements with fixed time
 * constants, which obeys the relations. Of 2 to 7 elements a decade the finest chain is taken that does not yet fit the noise
 * (µ ≥ 0.85, Schönleber et al., Electrochim. Acta 131 (2014) 20), else that of 3 a decade.
 */
export function kramersKronig(spectrum: Impedance): KramersKronigTest {
  const n = spectrum.frequency_Hz.length
  const decades = Math.max(1, Math.log10(spectrum.frequency_Hz[0]! / spectrum.frequency_Hz.at(-1)!))
  const most = Math.min(n, Math.ceil(7 * decades))
  let chosen: KramersKronigTest | undefined
  let usual: KramersKronigTest | undefined
  for (let elements = Math.min(most, Math.ceil(2 * decades)); elements <= most; elements += 1) {
    const fit = chain(spectrum, elements)
    if (!fit) continue
    if (usual === undefined || elements <= 3 * decades) usual = fit.test
    if (mu(fit.resistances) >= 0.85) chosen = fit.test
  }
  const test = chosen ?? usual
  if (!test) throw new RangeError('the Kramers–Kronig test found no solution.')
  return test
}

/** 1 − Σ|R_k < 0|/Σ R_k ≥ 0: falls when negative resistances begin to fit noise. */
function mu(resistances: readonly number[]): number {
  let [negative, positive] = [0, 0]
  for (const r of resistances) {
    if (r < 0) negative -= r
    else positive += r
  }
  return positive > 0 ? 1 - negative / positive : 0
}

function chain({ frequency_Hz, re_ohm, im_ohm }: Impedance, elements: number): { test: KramersKronigTest; resistances: number[] } | undefined {
  const omega = frequency_Hz.map((f) => 2 * Math.PI * f)
  const [fast, slow] = [1 / omega[0]!, 1 / omega.at(-1)!]
  const tau = Array.from({ length: elements }, (_, k) => fast * (slow / fast) ** (elements === 1 ? 0 : k / (elements - 1)))
  const modulus = re_ohm.map((re, i) => Math.hypot(re, im_ohm[i]!))
  // Unknowns: R_s, series inductance, 1/C (a blocking electrode), R_1 … R_M; rows weighted by 1/|Z|.
  const rows: number[][] = []
  const right: number[] = []
  omega.forEach((w, i) => {
    const scale = 1 / modulus[i]!
    const parts = tau.map((t) => 1 / (1 + (w * t) ** 2))
    rows.push([1, 0, 0, ...parts].map((value) => value * scale))
    right.push(re_ohm[i]! * scale)
    rows.push([0, w * fast, -1 / (w * slow), ...parts.map((part, k) => -w * tau[k]! * part)].map((value) => value * scale))
    right.push(im_ohm[i]! * scale)
  })
  const width = rows[0]!.length
  const normal = Array.from({ length: width }, (_, a) => Array.from({ length: width }, (_b, b) => rows.reduce((sum, row) => sum + row[a]! * row[b]!, a === b ? 1e-12 : 0)))
  const solution = solveLinear(normal, Array.from({ length: width }, (_, a) => rows.reduce((sum, row, i) => sum + row[a]! * right[i]!, 0)))
  if (!solution) return undefined
  const residuals = rows.map((row, i) => row.reduce((sum, value, k) => sum + value * solution[k]!, 0) - right[i]!)
  const rms = Math.sqrt(residuals.reduce((sum, r) => sum + r * r, 0) / omega.length)
  return { resistances: solution.slice(3), test: { largest_percent: 100 * Math.max(...residuals.map(Math.abs)), rms_percent: 100 * rms, elements } }
}
