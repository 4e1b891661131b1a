import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'
import { runCli } from '../cli/runCli'

/** The installed app as `rum`: same services, no window, no dock icon. */
export async function runCliMode(argv: readonly string[]): Promise<void> {
  app.dock?.hide()
  const built = join(app.getAppPath(), 'out', 'main')
  const code = await runCli(argv, { workerFile: pathToFileURL(join(built, 'readWorker.js')), program: join(built, 'rum.js') })
  app.exit(code)
}
