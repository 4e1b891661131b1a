const latest_s = 7_258_118_400

/** ISO text of seconds since 1970, with a zone only where the clock was UTC; null for a damaged time (before 1970 or after 2199). */
export function startOf(seconds: number | undefined, isUtc: boolean): string | null {
  if (seconds === undefined || !(seconds > 0 && seconds < latest_s)) return null
  return new Date(seconds * 1000).toISOString().slice(0, 19) + (isUtc ? 'Z' : '')
}
