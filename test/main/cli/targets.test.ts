import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { runCli } from '../../../src/main/cli/runCli'
import { openStore } from '../../../src/main/store/openStore'

const root = mkdtempSync(join(tmpdir(), 'rum-targets-'))
const lab = join(root, 'lab')
const at = (name: string): string => join(root, name)
beforeAll(() => {
  mkdirSync(lab)
  writeFileSync(join(lab, 'letter.txt'), 'no numbers')
  writeFileSync(at('a-file'), '')
  writeFileSync(at('in.zip'), '')
  openStore(at('p.rum'), { create: true }).close()
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

async function rum(...args: string[]): Promise<{ code: number; out: string; error: string }> {
  let [out, error] = ['', '']
  const spies = [vi.spyOn(process.stdout, 'write').mockImplementation((text) => (out += String(text)) !== ''), vi.spyOn(process.stderr, 'write').mockImplementation((text) => (error += String(text)) !== '')]
  try {
    return { code: await runCli(args, { workerFile: pathToFileURL(resolve('out/main/readWorker.js')), program: '' }), out, error }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}

describe('what is to be written', () => {
  it.each([
    [['analyse', lab, '--project', at('none/p.rum')], 'none', '--project'], [['analyse', lab, '--json', at('none/o.json')], 'none', '--json'], [['analyse', lab, '--xlsx', at('none/o.xlsx')], 'none', '--xlsx'],
    [['analyse', lab, '--json', lab], 'is a folder', '--json'], [['analyse', lab, '--json', at('a-file/o.json')], 'is a file', '--json'], [['analyse', lab, '--figures', at('a-file/figures')], 'is a file', '--figures'],
    [['watch', lab, '--project', at('none/p.rum')], 'none', '--project'], [['watch', lab, '--project', at('w.rum'), '--xlsx', at('none/o.xlsx')], 'none', '--xlsx'],
    [['pack', at('p.rum'), at('none/o.zip')], 'none', 'OUT.zip'], [['fair', at('p.rum'), at('none/o.zip')], 'none', 'OUT.zip'], [['unpack', at('in.zip'), at('none/q.rum')], 'none', 'NAME.rum'],
    [['recover', at('p.rum'), at('a-file/x')], 'is a file', 'FOLDER'], [['simulate', at('a-file')], 'is a file', 'DIR']
  ])('%j: said at once in one sentence, nothing is read or made', async (args, what, word) => {
    const before = readdirSync(root)
    const { code, out, error } = await rum(...args)
    expect([code, out]).toEqual([2, ''])
    expect(error).toMatch(/^rum \w+: [^\n]{20,300}\.\n$/)
    expect(error).toContain(what)
    expect(error).toContain(word)
    expect(readdirSync(root)).toEqual(before)
  })
  it('a simulated laboratory replaces no file that is not its own', async () => {
    mkdirSync(at('sim'))
    writeFileSync(at('sim/runsheet.csv'), 'file,catalyst\n')
    const { code, out, error } = await rum('simulate', at('sim'))
    expect([code, out, error]).toEqual([2, '', `rum simulate: ${at('sim/runsheet.csv')} is there already with other content, so nothing was written; name an empty folder.\n`])
    expect(readdirSync(at('sim'))).toEqual(['runsheet.csv'])
    rmSync(at('sim/runsheet.csv'))
    expect(await rum('simulate', at('sim'))).toMatchObject({ code: 0, error: '' })
    expect(await rum('simulate', at('sim'))).toMatchObject({ code: 0, error: '' })
  })
  it('a folder for figures is made where it is missing', async () => {
    const { code, error } = await rum('analyse', lab, '--figures', at('new/figures'), '--json', at('o.json'))
    expect([code, error]).toEqual([0, ''])
    expect([existsSync(at('new/figures')), existsSync(at('o.json'))]).toEqual([true, true])
  })
})

describe('what rum says of itself', () => {
  it.each([['--version'], ['version']])('%s', async (word) => {
    expect(await rum(word)).toEqual({ code: 0, out: 'development\n', error: '' })
  })
  it('all commands, or one of them', async () => {
    const whole = await rum('--help')
    expect(whole).toMatchObject({ code: 0, error: '', out: expect.stringContaining('rum doctor') })
    expect(await rum('help')).toEqual(whole)
    for (const command of ['read', 'analyse', 'watch', 'simulate', 'demo', 'fair', 'pack', 'unpack', 'recover', 'doctor']) {
      const own = await rum(command, '--help')
      expect(own).toMatchObject({ code: 0, error: '', out: expect.stringMatching(new RegExp(`^  rum ${command}\\b`)) })
      expect(whole.out).toContain(own.out)
      expect(await rum('help', command)).toEqual(own)
    }
    expect(await rum()).toEqual({ ...whole, code: 2 })
    expect(await rum('nonsense', '--help')).toMatchObject({ code: 2, out: '', error: expect.stringContaining('no command') })
  })
})
