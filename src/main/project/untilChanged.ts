import type { Driver } from '../store/driver'

/** What the store was asked for, asked again only after something was written: counting half a million rows takes a while. */
export function untilChanged<T>(driver: Driver, ask: () => T): () => T {
  let at = -1
  let answer: T
  return () => {
    const now = driver.get<{ n: number }>('SELECT total_changes() AS n')?.n ?? -1
    if (now !== at || now < 0) answer = ask()
    at = now
    return answer
  }
}
