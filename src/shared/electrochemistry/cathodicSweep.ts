/** Points of one sweep from the most positive potential on; current density negative for reduction. */
export interface CathodicSweep { readonly potential_V: Float64Array; readonly j_mA_cm2: Float64Array; /** The file counted reduction as positive; it was turned round. */ readonly wasPositive: boolean }

/**
 * The first sweep towards negative potentials (else the first sweep, read backwards), rows without numbers left out. A file whose
 * current at the negative end is positive counts reduction as positive: its sign is turned. RangeError for fewer than three rows.
 */
export function cathodicSweep(potential_V: ArrayLike<number>, j_mA_cm2: ArrayLike<number>, sweeps: readonly { readonly start: number; readonly end: number }[]): CathodicSweep {
  const all = sweeps.length > 0 ? sweeps : [{ start: 0, end: potential_V.length }]
  const drop = ({ start, end }: { start: number; end: number }): number => potential_V[start]! - potential_V[end - 1]!
  const chosen = all.find((sweep) => drop(sweep) > 0 && sweep.end - sweep.start > 2) ?? all[0]!
  const rows: number[] = []
  for (let row = chosen.start; row < chosen.end; row += 1) if (Number.isFinite(potential_V[row]) && Number.isFinite(j_mA_cm2[row])) rows.push(row)
  if (rows.length < 3) throw new RangeError('The sweep has fewer than three rows with potential and current.')
  if (potential_V[rows[0]!]! < potential_V[rows.at(-1)!]!) rows.reverse()
  const tail = rows.slice(-Math.max(1, Math.floor(rows.length / 20)))
  const wasPositive = tail.reduce((sum, row) => sum + j_mA_cm2[row]!, 0) > 0
  const sign = wasPositive ? -1 : 1
  return { potential_V: Float64Array.from(rows, (row) => potential_V[row]!), j_mA_cm2: Float64Array.from(rows, (row) => sign * j_mA_cm2[row]!), wasPositive }
}

/** So many points in a row must lie beyond a level (or all that are left), so that a spike does not stand for the curve. */
export const IN_A_ROW = 5

/** Where a sweep is beyond a level from: the first row of five; the rows before it that are beyond it alone; null where there is none. */
function crossing({ j_mA_cm2 }: CathodicSweep, level: number): { readonly row: number | null; readonly alone: readonly number[] } {
  const alone: number[] = []
  let first: number | null = null
  for (let i = 0; i < j_mA_cm2.length; i += 1) {
    if (j_mA_cm2[i]! > level) {
      if (first !== null) for (let row = first; row < i; row += 1) alone.push(row)
      first = null
    } else first ??= i
    if (first !== null && i - first === IN_A_ROW - 1) return { row: first, alone }
  }
  return { row: first, alone }
}

/**
 * Potential at which the reduction current density reaches −|level| for good (five points in a row) on the way down, linear between points.
 * 'before': it is already there at the start; 'never': the sweep does not reach it.
 */
export function potentialAtCurrent(sweep: CathodicSweep, level_mA_cm2: number): number | 'before' | 'never' {
  const level = -Math.abs(level_mA_cm2)
  const { potential_V, j_mA_cm2 } = sweep
  const { row } = crossing(sweep, level)
  if (row === null) return 'never'
  if (row === 0) return 'before'
  const share = (level - j_mA_cm2[row - 1]!) / (j_mA_cm2[row]! - j_mA_cm2[row - 1]!)
  return potential_V[row - 1]! + share * (potential_V[row]! - potential_V[row - 1]!)
}

/** Points more than this before the crossing are spikes; nearer to it, its noise reaches the level as well. */
const FAR_V = 0.02

/** Points that reach −|level| alone, before the sweep does: their number and the potential of the first. null without any. */
export function spikesBefore(sweep: CathodicSweep, level_mA_cm2: number): { readonly n: number; readonly potential_V: number } | null {
  const { row, alone } = crossing(sweep, -Math.abs(level_mA_cm2))
  const far = alone.filter((spike) => row === null || Math.abs(sweep.potential_V[spike]! - sweep.potential_V[row]!) > FAR_V)
  return far.length === 0 ? null : { n: far.length, potential_V: sweep.potential_V[far[0]!]! }
}
