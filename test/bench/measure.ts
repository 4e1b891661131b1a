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

/** Own time of the thread that asks, in ms: what others do with the processor meanwhile does not count (Linux); elsewhere the clock. */
function threadTime_ms(): number {
  try {
    return Number(readFileSync('/proc/thread-self/schedstat', 'latin1').split(' ')[0]) / 1e6
  } catch {
    return performance.now()
  }
}

/**
 * Best of each in ms, one after the other in turn, so that what else the machine does falls on both. The first `warmUp_ms` of each do not
 * count: a loop is compiled while it runs, and the program that watches folders has read many files before.
 */
export function bestInTurn(first: () => unknown, second: () => unknown, runs = 7, warmUp_ms = 400): readonly [number, number] {
  const timed = (work: () => unknown): number => {
    const start = threadTime_ms()
    work()
    return threadTime_ms() - start
  }
  for (const work of [first, second]) for (let spent = 0; spent < warmUp_ms;) spent += timed(work)
  const best: [number, number] = [Infinity, Infinity]
  for (let i = 0; i < runs; i += 1) {
    best[0] = Math.min(best[0], timed(first))
    best[1] = Math.min(best[1], timed(second))
  }
  return best
}

/** Rows as a Markdown table on stdout. */
export function printTable(title: string, header: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`
  process.stdout.write(`\n### ${title}\n\n${[line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n')}\n`)
}
