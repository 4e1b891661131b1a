import { trapezoid } from '../numerics/trapezoid'
import type { Random } from './random'

export interface Trace { readonly time_s: readonly number[]; readonly current_A: readonly number[] }

/**
 * A cathodic current that falls off a little at first and then drifts, with noise; its charge, integrated by trapezoids over
 * the times and the digits that the file will print, is −charge_C.
 */
export function electrolysisTrace(charge_C: number, duration_s: number, rows: number, printed: (current_A: number) => number, random: Random): Trace {
  const step = duration_s / rows
  const time_s = Array.from({ length: rows + 1 }, (_, row) => row * step)
  const drift = 0.04 * random.normal()
  const shape = time_s.map((t) => 1 + 0.35 * Math.exp(-t / 45) + 0.05 * Math.exp(-t / 900) + (drift * t) / duration_s + 0.004 * random.normal())
  const written = (scale: number): number[] => shape.map((value) => printed(-value * scale))
  let scale = charge_C / trapezoid(time_s, shape)
  scale *= -charge_C / trapezoid(time_s, written(scale))
  return { time_s, current_A: written(scale) }
}
