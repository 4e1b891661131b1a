import { levenbergMarquardt } from '../../numerics/levenbergMarquardt'
import { invert } from '../../numerics/solveLinear'
import { noiseSd } from '../../spectroscopy/noise'
import { derivativeSpectrum, linesOf, type SpinAdduct } from '../../spectroscopy/spinAdducts'

export interface AdductAmount { readonly adduct: SpinAdduct; /** Double integral of its share, in the unit of the spectrum times G². */ readonly amount: number; readonly u: number | null }
export interface AdductFit {
  readonly amounts: readonly AdductAmount[]
  readonly centre_G: number
  readonly width_G: number
  readonly fitted: Float64Array
  /** 1 − residual sum of squares over that of the spectrum about its mean. */
  readonly r2: number
  readonly noise: number
  /** Half of the spectrum at least, or all of it but its noise. */
  readonly describes: boolean
}

/**
 * Shares of the adducts in a first-derivative spectrum: for each centre and width the amounts follow linearly; both are searched. All
 * adducts have one centre and one width. RangeError for fewer than 50 points or a sweep too narrow for the pattern.
 */
export function fitAdducts(field_G: ArrayLike<number>, signal: ArrayLike<number>, adducts: readonly SpinAdduct[]): AdductFit {
  const n = field_G.length
  if (n < 50) throw new RangeError('the spectrum has fewer than 50 points.')
  const patterns = adducts.map((adduct) => linesOf(adduct))
  const reach = Math.max(...patterns.flatMap((lines) => lines.map(({ offset_G }) => Math.abs(offset_G))))
  const [low, high] = [Math.min(field_G[0]!, field_G[n - 1]!), Math.max(field_G[0]!, field_G[n - 1]!)]
  if (high - low < 2 * reach) throw new RangeError(`the sweep of ${(high - low).toFixed(0)} G is narrower than the pattern of the adducts (${(2 * reach).toFixed(0)} G).`)
  const values = Float64Array.from({ length: n }, (_, i) => signal[i]!)
  const mean = values.reduce((sum, value) => sum + value, 0) / n
  const scale = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n)
  if (!(scale > 0)) throw new RangeError('the spectrum does not vary.')
  // The search for the place needs no more than a point each 0.4 G.
  const every = Math.max(1, Math.floor((0.4 * n) / (high - low)))
  const [coarseField, coarse] = [everyNth(field_G, every), everyNth(values, every)]
  let start = { cost: Infinity, centre: (low + high) / 2, width: 1.5 }
  for (let centre = low + reach * 0.9; centre <= high - reach * 0.9; centre += 0.5) {
    for (const width of [0.8, 1.5, 3]) {
      const { cost } = linear(coarseField, coarse, centre, width, patterns)
      if (cost < start.cost) start = { cost, centre, width }
    }
  }
  const residuals = ([shift = 0, logWidth = 0]: readonly number[]): Float64Array => {
    const { residual } = linear(field_G, values, start.centre + shift, start.width * Math.exp(logWidth), patterns)
    return residual.map((value) => value / scale)
  }
  const fit = levenbergMarquardt(residuals, [0, 0], 60)
  const [centre_G, width_G] = [start.centre + fit.parameters[0]!, start.width * Math.exp(fit.parameters[1]!)]
  const best = linear(field_G, values, centre_G, width_G, patterns)
  const total = scale * scale * n
  const [noise, r2] = [noiseSd(values), 1 - best.cost / total]
  return {
    centre_G, width_G, noise, r2, describes: r2 >= 0.5 || Math.sqrt(best.cost / n) <= 1.3 * noise, fitted: Float64Array.from(values, (value, i) => value - best.residual[i]!),
    amounts: adducts.map((adduct, i) => ({ adduct, amount: best.amounts[i]!, u: best.u[i]! }))
  }
}

/** Amounts by linear least squares with a constant; negative amounts are left out one by one: a share cannot be less than nothing. */
function linear(field_G: ArrayLike<number>, signal: Float64Array, centre: number, width: number, patterns: readonly (readonly { readonly offset_G: number; readonly weight: number }[])[]): { amounts: number[]; u: (number | null)[]; residual: Float64Array; cost: number } {
  const shapes = patterns.map((lines) => derivativeSpectrum(field_G, centre, width, lines))
  const n = signal.length
  let active = patterns.map((_, i) => i)
  for (;;) {
    const columns = [...active.map((i) => shapes[i]!), new Float64Array(n).fill(1)]
    const normal = columns.map((a) => columns.map((b) => dot(a, b)))
    const inverse = invert(normal)
    const right = columns.map((column) => dot(column, signal))
    const solution = inverse ? inverse.map((row) => row.reduce((sum, value, i) => sum + value * right[i]!, 0)) : columns.map(() => 0)
    const negative = active.findIndex((_, i) => solution[i]! < 0)
    if (negative >= 0 && inverse) {
      active = active.filter((_, i) => i !== negative)
      continue
    }
    const residual = Float64Array.from(signal, (value, row) => value - columns.reduce((sum, column, i) => sum + column[row]! * solution[i]!, 0))
    const cost = dot(residual, residual)
    const variance = cost / Math.max(1, n - columns.length - 2)
    const amounts = patterns.map((_, i) => (active.includes(i) ? solution[active.indexOf(i)]! : 0))
    const u = patterns.map((_, i) => (inverse && active.includes(i) ? Math.sqrt(Math.max(0, variance * inverse[active.indexOf(i)]![active.indexOf(i)]!)) : null))
    return { amounts, u, residual, cost }
  }
}

const everyNth = (values: ArrayLike<number>, every: number): Float64Array => Float64Array.from({ length: Math.ceil(values.length / every) }, (_, i) => values[i * every]!)

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!
  return sum
}
