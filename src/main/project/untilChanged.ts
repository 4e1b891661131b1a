import type { Driver } from '../store/driver'
import { filesVersion } from '../store/touched'

/** What the store was asked for of files and places, asked again only after one of them was written: counting half a million rows takes a while. */
export function untilChanged<T>(driver: Driver, ask: () => T): () => T {
  let [at, files]: [number, number | null] = [-1, null]
  let answer: T
  return () => {
    const version = filesVersion(driver)
    const now = driver.get<{ n: number }>('SELECT total_changes() AS n')?.n ?? -1
    const isSame = now >= 0 && (now === at || (version !== null && version === files))
    if (!isSame) answer = ask()
    ;[at, files] = [now, version]
    return answer
  }
}
