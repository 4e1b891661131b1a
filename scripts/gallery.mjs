// Makes the pictures of docs/gallery.md anew: the built app, the sample project, the real figure dialog.
import { spawnSync } from 'node:child_process'

const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/journey/vitest.config.ts', 'paperFigures']
process.exitCode = spawnSync(process.execPath, vitest, { stdio: 'inherit', env: { ...process.env, RUM_GALLERY: 'docs' } }).status ?? 1
