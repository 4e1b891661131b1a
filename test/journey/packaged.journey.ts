import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { read } from 'xlsx'
import { findElectron, rootFlags } from '../../scripts/electron.mjs'
import { packageApp, type PackagedApp } from '../../scripts/packageApp.mjs'
import type { ProjectState } from '../../src/shared/api'
import { traceName, writeLab } from '../faults/faultLab'
import { eventually } from './eventually'
import { filesInAsar, startPackaged } from './packagedProgram'

const disabled = '0'.charCodeAt(0)
const enabled = '1'.charCodeAt(0)

describe('the packaged program', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rum-packaged-'))
  const lab = join(folder, 'lab')
  let packaged: PackagedApp
  beforeAll(async () => {
    packaged = packageApp({ folder, electron: await findElectron({ say: () => undefined }) })
    writeLab(lab, 3)
  }, 420_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const cli = (words: readonly string[], env: NodeJS.ProcessEnv = {}, before: readonly string[] = []): { status: number | null; said: string } => {
    const { status, stdout, stderr } = spawnSync(packaged.program, [...rootFlags, ...before, '--cli', ...words], { encoding: 'utf8', env: { ...process.env, ...env }, timeout: 60_000 })
    return { status, said: `${stdout}${stderr}` }
  }

  it('is no general Node, and loads only its own archive', async () => {
    const fuses = await getCurrentFuseWire(packaged.program)
    expect(fuses.version).toBe(FuseVersion.V1)
    expect(fuses).toMatchObject({
      [FuseV1Options.RunAsNode]: disabled, [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: disabled, [FuseV1Options.EnableNodeCliInspectArguments]: disabled,
      [FuseV1Options.OnlyLoadAppFromAsar]: enabled, [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: enabled,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: disabled, [FuseV1Options.EnableCookieEncryption]: enabled
    })
  })

  it('does not run what the environment or the command line tries to slip in', () => {
    const trap = join(folder, 'trap.cjs')
    const sprung = join(folder, 'sprung')
    writeFileSync(trap, `require('node:fs').writeFileSync(${JSON.stringify(sprung)}, '')`)
    spawnSync(packaged.program, [trap], { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', RUM_USER_DATA: join(folder, 'settings') }, timeout: 3_000 })
    expect(existsSync(sprung), 'ELECTRON_RUN_AS_NODE').toBe(false)
    expect(cli(['doctor'], { NODE_OPTIONS: `--require ${trap}` }).said).toContain('network')
    expect(existsSync(sprung), 'NODE_OPTIONS').toBe(false)
    expect(cli(['doctor'], {}, ['--inspect=0']).said).not.toContain('Debugger listening')
    mkdirSync(join(dirname(packaged.asar), 'app'))
    copyFileSync(trap, join(dirname(packaged.asar), 'app', 'index.js'))
    expect(cli(['doctor']).said).toContain('network')
    expect(existsSync(sprung), 'a folder beside the archive').toBe(false)
  })

  it('holds the built app and the libraries it needs, nothing else', () => {
    const files = filesInAsar(packaged.asar)
    expect(files).toContain('out/main/index.js')
    const strange = files.filter((path) => !/^(out\/|package\.json$|node_modules\/(libsql|@libsql\/[\w-]+|@neon-rs\/load|detect-libc|wasm-xlsxwriter)\/)/.test(path))
    expect(strange).toEqual([])
    expect(files.filter((path) => /\.map$|\.(ts|vue)$|^out\/.*\.test\./.test(path))).toEqual([])
  })

  it('reads a file on its command line, with its worker out of the archive', () => {
    const { status, said } = cli(['read', join(lab, traceName(0))])
    expect(status).toBe(0)
    expect(said).toContain('CHI')
  })

  it('opens a project in its window', async () => {
    const project = join(folder, 'made.rum')
    const workbook = join(folder, 'made.xlsx')
    expect(cli(['analyse', lab, '--project', project, '--xlsx', workbook]).status).toBe(0)
    expect(read(readFileSync(workbook)).SheetNames, 'the workbook is made by a worker out of the archive, too').toContain('RuFe-NC figures')
    const window = await startPackaged(packaged.program, join(folder, 'settings'), project)
    try {
      const state = await eventually('the project', () => window.page.evaluate<ProjectState | null>('workbench.projectState()'), (found) => found !== null, 60_000)
      expect(state.answer).toMatchObject({ name: 'made', readOnly: false })
      expect(state.answer?.catalysts.find(({ name }) => name === 'RuFe-NC')?.entries).toBeGreaterThan(2)
      expect(await window.page.title()).toBe('RuM Workbench')
      expect(await window.page.evaluate('[location.href, typeof process, typeof require].join()')).toBe('app://rum/index.html,undefined,undefined')
      mkdirSync(resolve('test-output', 'journey'), { recursive: true })
      await window.page.screenshot({ path: resolve('test-output', 'journey', 'packaged.png') })
    } finally {
      await window.close()
    }
    expect(readFileSync(join(folder, 'settings', 'logs', 'main.log'), { encoding: 'utf8', flag: 'a+' })).toBe('')
  })
})
