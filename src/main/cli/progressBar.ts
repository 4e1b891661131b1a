/** A progress bar on stderr, only on a terminal. */
export function createProgressBar(label: string): { update: (done: number, total: number) => void; end: () => void } {
  if (!process.stderr.isTTY) return { update: () => undefined, end: () => undefined }
  return {
    update(done, total) {
      const width = 30
      const filled = total > 0 ? Math.round((width * done) / total) : 0
      process.stderr.write(`\r${label} [${'#'.repeat(filled)}${'.'.repeat(width - filled)}] ${done}/${total}`)
    },
    end: () => void process.stderr.write('\r\x1b[K')
  }
}
