/** Standard deviation of the noise of an even trace, from its second differences (median, so that peaks hardly count). */
export function noiseSd(y: ArrayLike<number>): number {
  if (y.length < 5) throw new RangeError(`Noise needs at least five points, got ${y.length}.`)
  const differences = Array.from({ length: y.length - 2 }, (_, i) => Math.abs(y[i]! - 2 * y[i + 1]! + y[i + 2]!)).filter(Number.isFinite).sort((a, b) => a - b)
  // |d| of a normal distribution has its median at 0.6745 σ; three points with weights 1, −2, 1 have √6 σ.
  return (differences[Math.floor(differences.length / 2)] ?? 0) / 0.6745 / Math.sqrt(6)
}
