/** Beyond it parts of the products below would be no normal numbers. */
const mostPower = 250
/** 10^p as the double next to it and the double next to what that leaves: 106 bits. NaN: not asked for yet. */
const nearest = new Float64Array(2 * mostPower + 1).fill(NaN)
const rests = new Float64Array(2 * mostPower + 1)
/** Splits 53 bits into 26 and 27. */
const splitter = 2 ** 27 + 1
const view = new DataView(new ArrayBuffer(8))

/**
 * The whole number `digits` (below 2^53) times 10^`power`, correctly rounded; NaN where 106 bits do not tell which of two numbers is
 * nearer, or where the power is beyond ±250. The product is the sum of three doubles (Dekker, Numer. Math. 18 (1971) 224), of which the
 * first is the answer unless the sum lies at a half of its last place.
 */
export function timesPowerOfTen(digits: number, power: number): number {
  if (power < -mostPower || power > mostPower) return NaN
  const p = power + mostPower
  if (Number.isNaN(nearest[p])) setPower(p, power)
  const ten = nearest[p]!
  const product = digits * ten
  const a = digits * splitter
  const aHigh = a - (a - digits)
  const aLow = digits - aHigh
  const b = ten * splitter
  const bHigh = b - (b - ten)
  const bLow = ten - bHigh
  const left = aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow + digits * rests[p]!
  // What all roundings above may add up to is below 2^−103 of the product.
  const doubt = product * 2 ** -100
  const value = product + (left - doubt)
  return value === product + (left + doubt) ? value : NaN
}

function setPower(p: number, power: number): void {
  const value = Number(`1e${power}`)
  nearest[p] = value
  // The double as mantissa × 2^exponent, whole numbers both.
  view.setFloat64(0, value)
  const bits = view.getBigUint64(0)
  const exponent = Number(bits >> 52n) - 1075
  const mantissa = (bits & (2n ** 52n - 1n)) | 2n ** 52n
  // (10^power − mantissa·2^exponent) / 2^exponent, with 100 bits behind the point: over · 2^−exponent / under − mantissa.
  const [over, under] = power < 0 ? [1n, 10n ** BigInt(-power)] : [10n ** BigInt(power), 1n]
  const scaled = exponent < 0 ? (over << BigInt(100 - exponent)) / under : (over << 100n) / (under << BigInt(exponent))
  rests[p] = Number(scaled - (mantissa << 100n)) * 2 ** -100 * 2 ** exponent
}
