import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CliError } from '../../../src/main/cli/cliError'
import { clearEarlierDemo } from '../../../src/main/cli/earlierDemo'
import { untilLetGo } from '../../../src/main/store/driver'
import { openStore } from '../../../src/main/store/openStore'
import { writeSetting } from '../../../src/main/store/settings'

const files = [{ path: 'RuFe-NC/trace.txt', text: 'µA', encoding: 'latin1' }, { path: 'runsheet.csv', text: 'file\n', encoding: 'utf8' }] as const
let root: string
let lab: string
let project: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rum-earlier-'))
  lab = join(root, 'lab')
  project = join(root, 'demo.rum')
  mkdirSync(join(lab, 'RuFe-NC'), { recursive: true })
  for (const { path, text, encoding } of files) writeFileSync(join(lab, path), Buffer.from(text, encoding))
  writeProject(true)
})
afterEach(async () => {
  await untilLetGo()
  rmSync(root, { recursive: true, force: true })
})

function writeProject(isSimulated: boolean): void {
  const driver = openStore(project, { create: true })
  writeSetting(driver, 'meta', 'simulated', isSimulated || undefined)
  driver.close()
}
const refusal = async (): Promise<string> => {
  const error: unknown = await clearEarlierDemo(lab, project, files).then(() => null, (reason: unknown) => reason)
  expect(error).toBeInstanceOf(CliError)
  return (error as CliError).message
}

describe('what lies where a demo is to be', () => {
  it('goes when an earlier demo wrote all of it, half of it too', async () => {
    rmSync(join(lab, 'runsheet.csv'))
    await clearEarlierDemo(lab, project, files)
    expect([existsSync(lab), existsSync(project)]).toEqual([false, false])
    await clearEarlierDemo(lab, project, files)
  })
  it.each([['RuFe-NC/mine.txt', 'µA'], ['RuFe-NC/trace.txt', 'µB'], ['my/trace.txt', 'µA']])('stays whole when %s is of somebody else', async (name, text) => {
    mkdirSync(join(lab, 'my'), { recursive: true })
    writeFileSync(join(lab, name), text, 'latin1')
    expect(await refusal()).toBe(`${join(lab, name)} is not what the demo writes, so it is left alone; move it away, or name another folder.`)
    expect([readFileSync(join(lab, name), 'latin1'), existsSync(join(lab, 'runsheet.csv')), existsSync(project)]).toEqual([text, true, true])
  })
  it('stays whole when the project holds measured data, or is no project', async () => {
    writeProject(false)
    expect(await refusal()).toContain(`${project} is not the project of a demo`)
    writeFileSync(project, 'a letter')
    expect(await refusal()).toContain(project)
    expect([readFileSync(project, 'utf8'), existsSync(join(lab, 'runsheet.csv'))]).toEqual(['a letter', true])
  })
  it('stays whole while the project is open', async () => {
    const open = openStore(project, { create: false })
    expect(await refusal()).toContain(project)
    open.close()
    expect(existsSync(join(lab, 'runsheet.csv'))).toBe(true)
  })
  it('is no folder', async () => {
    rmSync(lab, { recursive: true })
    writeFileSync(lab, '')
    expect(await refusal()).toContain('is a file')
  })
})
