/**
 * Discrete Hilbert transform of a periodic signal: the imaginary part of the analytic signal. Written as the circular
 * convolution with its kernel, which needs no power-of-two length (Kak, Proc. IEEE 58 (1970) 585); n² steps.
 */
export function hilbertTransform(signal: ArrayLike<number>): Float64Array {
  const n = signal.length
  const kernel = new Float64Array(n)
  for (let k = 1; k < n; k++) {
    const angle = (Math.PI * k) / n
    if (n % 2 === 0) kernel[k] = k % 2 === 1 ? 2 / (n * Math.tan(angle)) : 0
    else kernel[k] = (1 / Math.tan(angle) - (k % 2 === 0 ? 1 : -1) / Math.sin(angle)) / n
  }
  const transform = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    let sum = 0
    for (let j = 0; j < n; j++) sum += signal[j]! * kernel[i >= j ? i - j : i - j + n]!
    transform[i] = sum
  }
  return transform
}
