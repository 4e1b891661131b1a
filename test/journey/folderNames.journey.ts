import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { traceOf } from '../faults/faultLab'
import { answerDialogs } from './answerDialogs'
import { ask } from './ask'
import { eventually } from './eventually'
import { launchApp, type RunningApp } from './launchApp'

const template = '{catalyst}_{technique}_{potential:-V}_{replicate}'

describe('a folder whose names follow a rule of their own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rum-names-'))
  let running: RunningApp
  beforeAll(async () => {
    const put = (name: string, n: number): void => {
      mkdirSync(dirname(join(folder, 'lab', name)), { recursive: true })
      writeFileSync(join(folder, 'lab', name), traceOf(n).replace(/Init E.*\r\n/, ''))
    }
    for (const n of [1, 2, 3]) for (const [i, potential] of ['0.2', '0.3', '0.4'].entries()) put(`Lot 7_CA_${potential}_${n}.txt`, 3 * n + i)
    put('CA_RuFe-NC_-0.4V_r3.txt', 20)
    put('old/Lot 7_CA_0.3_9.txt', 30)
    put('Lot 7_CA_0.3_test.txt', 31)
    mkdirSync(join(folder, 'settings'))
    running = await launchApp({ userData: join(folder, 'settings'), width: 1366, height: 900 })
    await answerDialogs(running.app, { save: join(folder, 'Names'), open: [join(folder, 'lab')] })
    await ask(running, 'createProject')
    await ask(running, 'addFolders')
    await eventually('all files', async () => (await ask(running, 'allEntries')).length, (count) => count === 12)
    await running.part('nav-folders').first().click()
  }, 90_000)
  afterAll(async () => {
    await running.quit()
    rmSync(folder, { recursive: true, force: true })
  }, 60_000)

  const input = (name: string) => running.part(name).locator('input, textarea')
  const fit = () => running.part('names-fit').innerText()
  const said = async (): Promise<string[]> => (await ask(running, 'allEntries')).map(({ fields }) => `${fields.catalyst?.value ?? '-'} ${fields.potential_V?.value ?? '-'} ${fields.replicate?.value ?? '-'}`).sort()
  const setTheme = async (theme: 'light' | 'dark', language: 'en' | 'zh-CN'): Promise<void> => {
    await ask(running, 'setPreferences', { theme, language })
    await running.page.reload()
    await running.part('nav-folders').first().click()
  }

  it('is told it with the keyboard alone, sees its own names before, and has them read at once', async () => {
    await running.part('edit-names').focus()
    await running.page.keyboard.press('Enter')
    await eventually('the preview of the names as they are', fit, (text) => text.startsWith('12 measured files'))
    expect(await running.page.evaluate<string>('document.activeElement.id')).toMatch(/^template-/)
    await running.page.keyboard.type('{catalyst}{tech')
    await eventually('what is wrong', () => running.part('template-problem').innerText(), (text) => text === 'The brace at character 11 of the template is not closed; close it behind the name of its field.')
    expect(await running.part('apply-names').isEnabled()).toBe(false)
    await running.screenshot('folder-names-wrong-light')
    await input('name-template').fill('')
    for (const key of ['catalyst', 'technique', 'potential_V', 'replicate']) await running.part(`field-${key}`).click()
    expect(await input('name-template').inputValue()).toBe('{catalyst}_{technique}_{potential}_{replicate}')
    await input('name-template').fill(template)
    await eventually('how many fit', fit, (text) => text === '11 of 12 measured files fit')
    await input('ignore-patterns').fill('old/**\n*_TEST.*')
    await eventually('what is left out', fit, (text) => text === '9 of 10 measured files fit · 2 of 12 files left out')
    await eventually('a new catalyst', () => running.part('previewed-name').first().innerText(), (text) => /Lot 7\s*new/.test(text) && text.includes('\u22120.2'))
    await running.screenshot('folder-names-light')
    expect(new Set(await said()).has('Lot 7 -0.2 1'), 'nothing is applied yet').toBe(false)
    await running.page.keyboard.press('Control+Enter')
    await eventually('what the names say', said, (lines) => lines.length === 10 && lines.filter((line) => /^Lot 7 -0\.[234] [123]$/.test(line)).length === 9 && lines.includes('RuFe-NC -0.4 3'))
    await eventually('the folder says so', () => running.part('folder-names').innerText(), (text) => text.includes(template) && text.includes('old/**'))
    await eventually('the button has the keyboard again', () => running.page.evaluate<string>('document.activeElement.dataset.test'), (name) => name === 'edit-names')
    await running.screenshot('folder-names-closed-light')
  }, 90_000)

  it('lists what is left out, and remarks which name does not fit', async () => {
    await running.part('nav-inbox').first().click()
    const page = await ask(running, 'inbox', { status: null, search: '', most: 50 })
    expect(page.counts.find(({ status }) => status === 'ignored')?.count).toBe(2)
    await running.part(`inbox-row-${page.rows.find(({ name }) => name.startsWith('CA_'))!.id}`).click()
    await eventually('the remark', () => running.part('name-note').innerText(), (text) => text.includes('does not fit the template'))
    await running.screenshot('folder-names-inbox-light')
    await running.part('nav-runsheet').first().click()
    const of = (await ask(running, 'allEntries')).find(({ fields }) => fields.catalyst?.value === 'Lot 7')!
    await eventually('the source', () => running.part(`cell-${of.id}-catalyst`).first().innerText(), (text) => text.includes('template'))
    await running.screenshot('folder-names-runsheet-light')
  }, 60_000)

  it('has it taken back by undo, and reads well in Chinese and in the dark', async () => {
    await ask(running, 'undo')
    await eventually('what the names said before', said, (lines) => lines.length === 12 && !lines.some((line) => line.startsWith('Lot 7')))
    await ask(running, 'redo')
    await eventually('the template again', said, (lines) => lines.length === 10)
    await setTheme('dark', 'zh-CN')
    await running.part('edit-names').click()
    await eventually('the preview in Chinese', fit, (text) => text.startsWith('10 个测量文件中 9 个符合'))
    await running.screenshot('folder-names-chinese-dark')
    await running.page.keyboard.press('Escape')
    await running.resize(900, 640)
    await running.part('edit-names').click()
    await running.part('names-preview').waitFor()
    await running.screenshot('folder-names-narrow-dark')
  }, 60_000)
})
