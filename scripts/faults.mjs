#!/usr/bin/env node
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { buildIfNeeded, projectRoot } from './buildIfNeeded.mjs'

/** `npm run faults [-- NAME]`: the fault tests at their full length. Any figure may be set from outside; docs/reliability.md says what came out. */
const full = { RUM_KILLS: '500', RUM_KILL_FILES: '1000', RUM_FAULTS: 'full' }
if (!buildIfNeeded()) process.exit(1)
const { status } = spawnSync(process.execPath, [join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs'), 'run', ...(process.argv.length > 2 ? process.argv.slice(2) : ['test/faults']), '--maxWorkers=1'],
  { cwd: projectRoot, stdio: 'inherit', env: { ...full, ...process.env } })
process.exitCode = status ?? 1
