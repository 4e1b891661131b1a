#!/usr/bin/env node
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildIfNeeded, projectRoot } from './buildIfNeeded.mjs'
import { findElectron } from './electron.mjs'
import { ensureSystemLibraries } from './systemLibraries.mjs'

/**
 * `npm test`: types, lint, build, then the unit, contract, fault and corpus tests, then the stories in a real window.
 * Every step runs even when an earlier one failed; the last line counts.
 */
const output = join(projectRoot, 'test-output')
const bin = (name) => join(projectRoot, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name)
const failures = []
const counts = { passed: 0, failed: 0, skipped: 0 }

function step(name, command, args, env = {}) {
  const started = Date.now()
  console.log(`\n— ${name}`)
  const { status } = spawnSync(command, args, { cwd: projectRoot, stdio: 'inherit', env: { ...process.env, ...env }, shell: process.platform === 'win32' })
  console.log(`— ${name}: ${status === 0 ? 'ok' : 'FAILED'} (${((Date.now() - started) / 1000).toFixed(0)} s)`)
  if (status !== 0) failures.push(name)
  return status === 0
}

function suite(name, config) {
  const report = join(output, `${name}.json`)
  rmSync(report, { force: true })
  step(name, bin('vitest'), ['run', ...config, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], { RUM_SKIP_REPORT: output })
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests = 0 } = JSON.parse(readFileSync(report, 'utf8'))
    counts.passed += numPassedTests
    counts.failed += numFailedTests
    counts.skipped += numPendingTests + numTodoTests
  } catch {
    counts.failed += 1
    console.error(`${name} wrote no report.`)
  }
}

mkdirSync(output, { recursive: true })
ensureSystemLibraries()
step('types: shared', bin('tsc'), ['-p', 'tsconfig.shared.json'])
step('types: main and tests', bin('tsc'), ['-p', 'tsconfig.node.json'])
step('types: window', bin('vue-tsc'), ['-p', 'tsconfig.web.json'])
step('lint', bin('eslint'), ['.', '--max-warnings', '0'])
if (!buildIfNeeded()) failures.push('build')
suite('unit', [])
try {
  await findElectron()
  suite('journey', ['--config', 'test/journey/vitest.config.ts'])
} catch (error) {
  console.error(error.message)
  failures.push('Electron')
}
if (failures.length > 0) console.log(`\nfailed: ${failures.join(', ')}`)
console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
process.exitCode = failures.length > 0 || counts.failed > 0 ? 1 : 0
