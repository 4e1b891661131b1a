import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

/** Does what Electron's own default app does for `electron [-r FILE] FOLDER`: loads the app of that folder. */
const words = process.argv.slice(1)
let folder
for (let at = 0; at < words.length && folder === undefined; at += 1) {
  if (words[at] === '-r' || words[at] === '--require') createRequire(import.meta.url)(resolve(words[(at += 1)]))
  else if (!words[at].startsWith('-')) folder = resolve(words[at])
}
if (folder === undefined) {
  console.error('Name the folder of an app: electron FOLDER')
  app.exit(1)
} else {
  process.defaultApp = true
  const { name, productName, version, main } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  app.setName(productName ?? name)
  app.setVersion(version)
  app.setAppPath(folder)
  await import(pathToFileURL(join(folder, main)).href)
}
