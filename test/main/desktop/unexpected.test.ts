import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { createAnswer } from '../../../src/main/desktop/answerCall'
import { createLog } from '../../../src/main/desktop/log'
import { noteUnexpected } from '../../../src/main/desktop/noteUnexpected'
import { oneSentence } from '../../../src/main/oneSentence'
import { placesIn, whereFrom } from '../../../src/main/whereFrom'

const folder = mkdtempSync(join(tmpdir(), 'rum-unexpected-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('an error that nobody expected', () => {
  it('in the process of the window is logged with its place and said in a sentence', () => {
    const listenersOf = (event: string): ((error: Error) => void)[] => (process as NodeJS.EventEmitter).listeners(event) as ((error: Error) => void)[]
    const events = ['uncaughtException', 'unhandledRejection']
    const before = events.map(listenersOf)
    const path = join(folder, 'main.log')
    const said: string[] = []
    noteUnexpected(createLog(path, () => new Date(0)), (sentence) => said.push(sentence))
    events.forEach((event, i) => {
      const [listener] = listenersOf(event).filter((one) => !before[i]!.includes(one))
      ;(process as NodeJS.EventEmitter).off(event, listener!)
      listener!(new TypeError('RuFe-NC gave 92.4 %'))
    })
    expect(said).toEqual(['Something went wrong; the log of the app says where.', 'Something went wrong; the log of the app says where.'])
    const text = readFileSync(path, 'utf8')
    expect(text).toMatch(/uncaught error TypeError \| at .*\n.*unhandled rejection TypeError \| at /)
    expect(text).not.toMatch(/RuFe|92\.4/)
  })

  it.each(['Promise.reject(error)', 'setTimeout(() => { throw error })'])('in the process of the project ends it with its place on stderr (%s)', (failure) => {
    const port = join(folder, 'port.mjs')
    writeFileSync(port, `process.parentPort = { postMessage() {}, on() { setTimeout(() => { const error = new TypeError('RuFe-NC gave 92.4 %'); ${failure} }) } }`)
    const { status, stderr } = spawnSync(process.execPath, ['--import', pathToFileURL(port).href, 'out/main/projectHost.js'], { encoding: 'utf8', timeout: 60_000 })
    expect(status).toBe(1)
    expect(placesIn(stderr)[0]).toMatch(/^TypeError \| at /)
    expect(stderr).not.toMatch(/RuFe|92\.4/)
  })

  it('is named in the log with the place where it was, also when it was in the project', async () => {
    const path = join(folder, 'host.log')
    const failing = async (): Promise<never> => { throw Object.assign(new Error('no such column'), { place: 'TypeError | at compute (/out/main/chunks/project.js:10:2)' }) }
    const answer = createAnswer({} as never, { call: failing }, createLog(path, () => new Date(0)))
    expect(await answer('folders', [])).toEqual({ ok: false, message: 'no such column' })
    expect(readFileSync(path, 'utf8')).toContain('call failed TypeError | at compute (/out/main/chunks/project.js:10:2)')
  })

  it('is a place or nothing in a text of another process', () => {
    const place = whereFrom(Object.assign(new Error('x'), { code: 'ENOENT' }))
    expect(place).toMatch(/^Error \| ENOENT \| at /)
    expect(placesIn(`warning: RuFe-NC 92.4\n${place}\nRuFe-NC | 92.4 %\n`)).toEqual([place])
  })

  it('says nothing that only a programmer understands', () => {
    for (const error of [new TypeError("Cannot read properties of undefined (reading 'x')"), new ReferenceError('y is not defined')]) expect(oneSentence(error)).toBe('Something went wrong; the log of the app says where.')
    expect(oneSentence(new RangeError('charge must be positive, got -1 C'))).toBe('charge must be positive, got -1 C')
  })
})
