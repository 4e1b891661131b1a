import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { projectRoot } from './buildIfNeeded.mjs'

/**
 * Packages the built app of this checkout as its installers would hold it, into `folder`, with the Electron at hand:
 * nothing is downloaded. Returns { program, asar }.
 */
export function packageApp({ folder, electron }) {
  const bare = join(folder, 'electron')
  mkdirSync(folder, { recursive: true })
  // The Electron of the tests brings a default app, which no package may hold.
  cpSync(electron.dist, bare, { recursive: true, verbatimSymlinks: true, filter: (path) => path !== join(electron.dist, 'resources', 'app') })
  const cli = join(dirname(createRequire(import.meta.url).resolve('electron-builder/package.json')), 'cli.js')
  const settings = { electronDist: bare, electronVersion: electron.version, 'directories.output': folder, 'mac.identity': null }
  const words = Object.entries(settings).map(([key, value]) => `-c.${key}=${value}`)
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, '--dir', `--${process.arch}`, ...words], { cwd: projectRoot, encoding: 'utf8', timeout: 400_000 })
  rmSync(bare, { recursive: true, force: true })
  if (status !== 0) throw new Error(`The app could not be packaged:\n${stdout}\n${stderr}`)
  return placesIn(folder)
}

function placesIn(folder) {
  const { name } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'))
  const product = 'RuM Workbench'
  if (process.platform === 'darwin') {
    const contents = join(folder, process.arch === 'arm64' ? 'mac-arm64' : 'mac', `${product}.app`, 'Contents')
    return { program: join(contents, 'MacOS', product), asar: join(contents, 'Resources', 'app.asar') }
  }
  const unpacked = join(folder, process.platform === 'win32' ? 'win-unpacked' : 'linux-unpacked')
  return { program: join(unpacked, process.platform === 'win32' ? `${product}.exe` : name), asar: join(unpacked, 'resources', 'app.asar') }
}
