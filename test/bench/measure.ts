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

/** Rows as a Markdown table on stdout. */
export function printTable(title: string, header: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`
  process.stdout.write(`\n### ${title}\n\n${[line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n')}\n`)
}
