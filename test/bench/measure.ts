import { readFileSync } from 'node:fs'

/** Best of n runs in ms; the first run warms up and does not count. */
export function bestMs(work: () => unknown, runs = 3): number {
  work()
  let best = Infinity
  for (let i = 0; i < runs; i += 1) {
    const start = performance.now()
    work()
    best = Math.min(best, performance.now() - start)
  }
  return best
}

/** Own time of the thread that asks, in ms, to 4 ms: what others do with the processor meanwhile does not count (Linux); elsewhere the clock. */
export function threadTime_ms(): number {
  try {
    return Number(readFileSync('/proc/thread-self/schedstat', 'latin1').split(' ')[0]) / 1e6
  } catch {
    return performance.now()
  }
}
/** One measurement takes so long that 4 ms are little. */
const longEnough_ms = 160

/**
 * Best of each in ms, one after the other in turn, so that what else the machine does falls on both. The first `warmUp_ms` of each do not
 * count: a loop is compiled while it runs, and the program that watches folders has read many files before.
 */
export function bestInTurn(first: () => unknown, second: () => unknown, runs = 7, warmUp_ms = 400): readonly [number, number] {
  const timed = (work: () => unknown, times: number): number => {
    const start = threadTime_ms()
    for (let i = 0; i < times; i += 1) work()
    return (threadTime_ms() - start) / times
  }
  const timesOf = (work: () => unknown): number => {
    const start = performance.now()
    let times = 0
    for (; performance.now() - start < warmUp_ms; times += 1) work()
    return Math.min(1e6, Math.max(1, Math.ceil((times * longEnough_ms) / (performance.now() - start))))
  }
  const times = [timesOf(first), timesOf(second)] as const
  const best: [number, number] = [Infinity, Infinity]
  for (let i = 0; i < runs; i += 1) {
    best[0] = Math.min(best[0], timed(first, times[0]))
    best[1] = Math.min(best[1], timed(second, times[1]))
  }
  return best
}

/** Rows as a Markdown table on stdout. */
export function printTable(title: string, header: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`
  process.stdout.write(`\n### ${title}\n\n${[line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n')}\n`)
}
