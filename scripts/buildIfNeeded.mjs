import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const projectRoot = dirname(dirname(fileURLToPath(import.meta.url)))
const built = ['out/main/index.js', 'out/main/rum.js', 'out/preload/index.cjs', 'out/renderer/index.html']
const sources = ['src', 'electron.vite.config.ts', 'scripts/shippedLicences.mjs', 'package.json']

/** Runs `npm run build` unless everything built is newer than every source. Returns whether the app is built. */
export function buildIfNeeded({ root = projectRoot, build = npmRunBuild } = {}) {
  return isUpToDate(root) || (build(root) && built.every((path) => existsSync(join(root, path))))
}

export function isUpToDate(root) {
  const times = built.map((path) => statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs)
  if (times.includes(undefined)) return false
  return Math.max(...sources.map((path) => newestMs(join(root, path)))) <= Math.min(...times)
}

function newestMs(path) {
  const facts = statSync(path, { throwIfNoEntry: false })
  if (!facts) return 0
  if (!facts.isDirectory()) return facts.mtimeMs
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestMs(join(path, name))), 0)
}

function npmRunBuild(root) {
  return spawnSync('npm', ['run', 'build', '--silent'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' }).status === 0
}
