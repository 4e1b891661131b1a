import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** What a window needs on Debian and Ubuntu, and LibreOffice, which recalculates the exported workbook in a test. */
const packages = [
  'xvfb', 'xauth', 'libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libxss1', 'libatk-bridge2.0-0', 'libdrm2', 'fonts-dejavu-core', 'fonts-noto-cjk', 'unzip',
  'libreoffice-calc-nogui'
]

const run = (command, args, options = {}) => spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, ...options })
const installed = (name) => {
  const { status, stdout } = spawnSync('dpkg-query', ['-W', '-f=${Status}', name], { encoding: 'utf8' })
  return status === 0 && stdout.includes('install ok installed')
}
const isThere = (name) => installed(name) || installed(`${name}t64`) || (name === 'libreoffice-calc-nogui' && installed('libreoffice-calc'))

/** Installs what is missing on a Debian-like system as root; elsewhere says in one line what to install. */
export function ensureSystemLibraries(say = console.log) {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/dpkg-query')) return
  const missing = packages.filter((name) => !isThere(name))
  if (missing.length === 0) return
  if (process.getuid?.() !== 0) {
    say(`Not installed: ${missing.join(' ')}. Install them with: sudo apt-get install ${missing.join(' ')}`)
    return
  }
  say(`installing with apt: ${missing.join(' ')}`)
  run('apt-get', ['update', '-qq'])
  if (run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing]).status === 0) return
  // One unknown name must not keep the others away.
  for (const name of missing) if (run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name]).status !== 0) say(`apt could not install ${name}`)
}
