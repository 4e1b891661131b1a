import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [vue()],
  resolve: { alias: { '@shared': fileURLToPath(new URL('./src/shared', import.meta.url)) } },
  test: { include: ['test/**/*.test.ts'], exclude: ['test/journey/**', 'test/bench/**', 'node_modules/**'], testTimeout: 120_000, hookTimeout: 120_000, pool: 'forks', maxWorkers: 2 }
})
