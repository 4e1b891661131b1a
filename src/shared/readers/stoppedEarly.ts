/** Rows may stand so much apart at the end that the last of them comes before it. */
const spacings = 1.5

/**
 * What to say of a trace at one setting that ends before its programmed time; null where it does not. It was stopped by hand, or is cut off
 * at the end of a line: the file is the same. `from_s`: where its clock stood at the start.
 */
export function stoppedEarly(time_s: ArrayLike<number> | undefined, programmed_s: number | undefined, from_s = 0): string | null {
  if (time_s === undefined || programmed_s === undefined || !(programmed_s > 0)) return null
  let [last, widest] = [NaN, 0]
  for (let i = 0; i < time_s.length; i += 1) {
    const time = time_s[i]!
    if (!Number.isFinite(time)) continue
    if (time - last > widest) widest = time - last
    last = time
  }
  const elapsed_s = last - from_s
  if (!(elapsed_s >= 0) || elapsed_s + spacings * widest >= programmed_s * (1 - 1e-6)) return null
  return `The file ends at ${shown(elapsed_s)} s of the ${shown(programmed_s)} s that were programmed; what was measured is kept.`
}

const shown = (seconds: number): string => String(Number(seconds.toPrecision(6)))
