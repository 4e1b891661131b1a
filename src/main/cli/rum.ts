import { fileURLToPath } from 'node:url'
import { runCli } from './runCli'

/** `rum …`: plain Node, no Electron. The worker lies beside this file in out/main. */
process.exitCode = await runCli(process.argv.slice(2), { workerFile: new URL('./readWorker.js', import.meta.url), program: fileURLToPath(import.meta.url) })
