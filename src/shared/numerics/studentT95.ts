/**
 * Two-sided 95 % quantile of Student's t for whole degrees of freedom (12.706 for 1, 1.960 for many), by bisection of the
 * distribution's finite series (Abramowitz & Stegun 26.7.3, 26.7.4). RangeError unless a whole number of at least 1.
 */
export function studentT95(degreesOfFreedom: number): number {
  if (!Number.isInteger(degreesOfFreedom) || degreesOfFreedom < 1) throw new RangeError(`Degrees of freedom must be a whole number of at least 1, got ${degreesOfFreedom}.`)
  let low = 1.9
  let high = 13
  while (high - low > 1e-12) {
    const middle = (low + high) / 2
    if (within(middle, degreesOfFreedom) < 0.95) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** P(|T| < t). */
function within(t: number, degreesOfFreedom: number): number {
  const angle = Math.atan(t / Math.sqrt(degreesOfFreedom))
  const cosine = Math.cos(angle)
  const odd = degreesOfFreedom % 2 === 1
  let term = odd ? cosine : 1
  let sum = degreesOfFreedom === 1 ? 0 : term
  for (let k = odd ? 3 : 2; k < degreesOfFreedom; k += 2) {
    term *= ((k - 1) / k) * cosine ** 2
    sum += term
  }
  return odd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum
}
