import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** `npm run bench`: figures for docs/performance.md. Nothing here passes or fails by a time. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  resolve: { alias: { '@shared': fileURLToPath(new URL('../../src/shared', import.meta.url)) } },
  test: { include: ['test/bench/**/*.bench.ts'], testTimeout: 600_000, pool: 'forks', fileParallelism: false, maxWorkers: 1, reporters: ['dot'] }
})
