import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { gluedExports } from '../main/project/gluedExports'
import { answerDialogs } from './answerDialogs'
import { ask } from './ask'
import { eventually } from './eventually'
import { launchApp, type RunningApp } from './launchApp'

describe('a file that two formats fit', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rum-question-'))
  let running: RunningApp
  beforeAll(async () => {
    mkdirSync(join(folder, 'lab'))
    mkdirSync(join(folder, 'settings'))
    writeFileSync(join(folder, 'lab', 'a.txt'), gluedExports(1))
    running = await launchApp({ userData: join(folder, 'settings') })
    await answerDialogs(running.app, { save: join(folder, 'Question'), open: [join(folder, 'lab')] })
    await ask(running, 'createProject')
    await ask(running, 'addFolders')
  }, 90_000)
  afterAll(async () => {
    await running.quit()
    rmSync(folder, { recursive: true, force: true })
  }, 60_000)
  const statuses = async () => Object.fromEntries((await ask(running, 'inbox', { status: null, search: '', most: 1000 })).rows.map(({ name, status, reader }) => [name, `${status} ${reader ?? ''}`.trim()]))

  it('is asked about once in the Inbox, with the keyboard too, and the answer holds for the next one', async () => {
    await running.part('nav-inbox').first().click()
    const question = running.part('inbox-question')
    await question.waitFor()
    expect(await question.innerText()).toMatch(/Which is right\?/)
    await running.screenshot('inbox-question-light')
    // It is no file that nobody knows.
    expect(await running.page.locator('aside, .rows').allInnerTexts()).toEqual([expect.stringContaining('which format?'), expect.stringContaining('which format?')])
    await running.part('theme-toggle').click()
    await running.screenshot('inbox-question-dark')
    await question.getByRole('button', { name: /NOVA/ }).focus()
    await running.page.keyboard.press('Enter')
    await eventually('the file is read', statuses, (found) => found['a.txt'] === 'ok nova-text')
    await running.screenshot('inbox-question-answered-dark')
    writeFileSync(join(folder, 'lab', 'b.txt'), gluedExports(2))
    await eventually('the next is read without a question', statuses, (found) => found['b.txt'] === 'ok nova-text')
    await ask(running, 'undo')
    await eventually('the question is open again', statuses, (found) => found['a.txt'] === 'unrecognised' && found['b.txt'] === 'unrecognised')
  }, 60_000)
})
