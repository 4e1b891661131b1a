import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

/** What src/shared says is pure, so these files can share one process and what they import: half of their time. */
const pure = ['test/shared/**/*.test.ts', 'test/contract/**/*.test.ts', 'test/corpus/**/*.test.ts']
const elsewhere = ['test/journey/**', 'test/bench/**', 'node_modules/**']

export default defineConfig({
  plugins: [vue()],
  resolve: { alias: { '@shared': fileURLToPath(new URL('./src/shared', import.meta.url)) } },
  test: {
    testTimeout: 120_000, hookTimeout: 120_000, pool: 'forks', maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'pure', include: pure, exclude: elsewhere, isolate: false } },
      { extends: true, test: { name: 'program', include: ['test/**/*.test.ts'], exclude: [...pure, ...elsewhere] } }
    ]
  }
})
