import { everyRow, type Column, type Technique } from '../../measurement'

const mostSteps = 6
/** A potentiostat keeps what it applies within this. */
const held_V = 0.005
const heldShare = 0.02

function range(values: Float64Array): { low: number; high: number; mean: number } {
  let [low, high, sum] = [Infinity, -Infinity, 0]
  for (const value of values) {
    low = Math.min(low, value)
    high = Math.max(high, value)
    sum += value
  }
  return { low, high, mean: sum / values.length }
}

/**
 * What a curve of a bipotentiostat is by the signal that was applied ('Sig'): the file has one tag for both electrodes, and while one is
 * swept the other is held at a potential (CA) or a current (CP). With `isOtherSwept` only a held one
 * tells: a cycle that was stopped at its beginning looks like a step. null: the signal does not tell.
 */
export function techniqueOfSignal(columns: readonly Column[], isOtherSwept: boolean): Technique | null {
  const [signal, potential, current] = ['Sig', 'Vf', 'Im'].map((name) => columns.find((column) => column.name === name)).map((column) => column && everyRow(column))
  if (!signal || !potential || !current || signal.length < 3 || [...signal].some(Number.isNaN)) return null
  const applied = range(signal)
  if (applied.high - applied.low <= held_V / 100) return heldAt(applied.mean, potential, range(current))
  if (isOtherSwept) return null
  if (new Set(signal).size <= mostSteps) return 'CA'
  return turns(signal) === 0 ? 'LSV' : 'CV'
}

function heldAt(signal: number, potential: Float64Array, current: ReturnType<typeof range>): Technique | null {
  const away = potential.reduce((sum, value) => sum + Math.abs(value - signal), 0) / potential.length
  if (away <= held_V) return 'CA'
  return current.high - current.low <= heldShare * Math.abs(current.mean) ? 'CP' : null
}

function turns(signal: Float64Array): number {
  let [count, direction] = [0, 0]
  for (let i = 1; i < signal.length; i += 1) {
    const step = Math.sign(signal[i]! - signal[i - 1]!)
    if (step === 0) continue
    if (direction !== 0 && step !== direction) count += 1
    direction = step
  }
  return count
}
