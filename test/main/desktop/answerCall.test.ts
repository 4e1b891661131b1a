import { describe, expect, it } from 'vitest'
import { createAnswer } from '../../../src/main/desktop/answerCall'
import type { DesktopApi } from '../../../src/main/desktop/desktopApi'
import type { HostClient } from '../../../src/main/desktop/hostClient'

function setUp(failure?: Error) {
  const asked: unknown[] = []
  const logged: string[] = []
  const desktop = new Proxy({}, { get: (_, method) => async (...args: unknown[]) => (asked.push(['desktop', method, ...args]), 'from the desktop') }) as DesktopApi
  const call = async (...words: unknown[]): Promise<unknown> => {
    if (failure) throw failure
    asked.push(['host', ...words])
    return 'from the host'
  }
  const answer = createAnswer(desktop, { call: call as HostClient['call'] }, { write: (event) => logged.push(event) })
  return { answer, asked, logged }
}

describe('an answer to the window', () => {
  it('comes from the desktop or from the host', async () => {
    const { answer, asked } = setUp()
    expect(await answer('copyText', ['a'])).toEqual({ ok: true, value: 'from the desktop' })
    expect(await answer('entryCurve', ['m1', [0, 1], null, 100])).toEqual({ ok: true, value: 'from the host' })
    expect(asked).toEqual([['desktop', 'copyText', 'a'], ['host', 'entryCurve', 'm1', [0, 1], null, 100]])
  })

  it('asks nobody when the call does not fit', async () => {
    const { answer, asked, logged } = setUp()
    expect(await answer('entryCurve', [1])).toMatchObject({ ok: false })
    expect(await answer('openPath', ['/etc/a.rum'])).toMatchObject({ ok: false })
    expect(await answer('addFolderPaths', [['/etc']])).toMatchObject({ ok: false })
    expect(asked).toEqual([])
    expect(logged).toHaveLength(3)
  })

  it('turns an error into one sentence', async () => {
    const error = new Error('The project is damaged;\n restore a copy.')
    expect(await setUp(error).answer('problems', [])).toEqual({ ok: false, message: 'The project is damaged; restore a copy.' })
  })
})
