import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Stories told by the real, built app under Playwright: one window at a time. `npm run test:journey` builds first. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  resolve: { alias: { '@shared': fileURLToPath(new URL('../../src/shared', import.meta.url)) } },
  test: {
    include: ['test/journey/**/*.journey.ts'], testTimeout: 120_000, hookTimeout: 120_000, pool: 'forks', fileParallelism: false, maxWorkers: 1,
    reporters: ['verbose']
  }
})
