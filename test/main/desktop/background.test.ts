import { describe, expect, it } from 'vitest'
import type { ProjectState } from '../../../src/shared/api'
import { createArrivals, mostOftenMs, quietMs, type Arrived } from '../../../src/main/desktop/arrivals'
import { withAccessKey } from '../../../src/main/desktop/menuText'
import { autostartEntry, programToStart } from '../../../src/main/desktop/autostartEntry'
import { createTaskbarProgress } from '../../../src/main/desktop/taskbarProgress'

/** A clock that goes on when it is told to. */
function clock() {
  let now = 0
  let waiting: { at: number; work: () => void }[] = []
  return {
    now: () => now,
    after: (ms: number, work: () => void) => void waiting.push({ at: now + ms, work }),
    pass(ms: number) {
      const end = now + ms
      for (;;) {
        const next = waiting.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0]
        if (!next) break
        waiting = waiting.filter((one) => one !== next)
        now = next.at
        next.work()
      }
      now = end
    }
  }
}
const project = (files: number, needsAttention = 0, more: Partial<ProjectState> = {}): ProjectState => ({
  name: 'Night', path: '/lab/Night.rum', simulated: false, readOnly: false, catalysts: [], files, folders: 1, needsAttention, findings: 0, watch: { state: 'watching', reason: null }, undo: null, redo: null, progress: [], ...more
})

describe('what came in while no window was open', () => {
  const begin = () => {
    const time = clock()
    const told: (Arrived & { at: number })[] = []
    let isSeen = false
    const arrived = createArrivals({ isSeen: () => isSeen, tell: (what) => told.push({ ...what, at: time.now() }), now: time.now, after: time.after })
    return { time, told, arrived, look: (seen: boolean) => { isSeen = seen } }
  }

  it('is said once, when the batch has come to its end', () => {
    const { time, told, arrived } = begin()
    arrived(project(10))
    for (const files of [11, 12, 13]) { time.pass(quietMs - 1000); arrived(project(files, files === 13 ? 1 : 0)) }
    expect(told).toEqual([])
    time.pass(10 * quietMs)
    expect(told).toEqual([{ name: 'Night', files: 3, attention: 1, at: 3 * (quietMs - 1000) + quietMs }])
  })

  it('is said at most once a minute, and then of all that came', () => {
    const { time, told, arrived } = begin()
    arrived(project(0))
    for (let files = 1; files <= 600; files += 1) { time.pass(1000); arrived(project(files)); if (files % 10 === 0) time.pass(quietMs) }
    time.pass(2 * mostOftenMs)
    expect(told.reduce((sum, { files }) => sum + files, 0)).toBe(600)
    told.slice(1).forEach(({ at }, i) => expect(at - told[i]!.at).toBeGreaterThanOrEqual(mostOftenMs))
  })

  it('is not said of what somebody saw, of files that were there, or of another project', () => {
    const { time, told, arrived, look } = begin()
    arrived(project(500))
    look(true)
    arrived(project(501))
    time.pass(10 * quietMs)
    look(false)
    arrived(project(501))
    arrived(null)
    arrived(project(90, 0, { path: '/lab/other.rum' }))
    arrived(project(90, 2, { path: '/lab/other.rum' }))
    time.pass(2 * mostOftenMs)
    expect(told).toEqual([])
  })

  it('waits for work that is under way', () => {
    const { time, told, arrived } = begin()
    arrived(project(0))
    arrived(project(7, 0, { progress: [{ task: 'read', label: 'read', done: 7, total: 9, cancellable: false }] }))
    time.pass(10 * quietMs)
    expect(told).toEqual([])
    arrived(project(9))
    time.pass(2 * quietMs)
    expect(told).toMatchObject([{ files: 9 }])
  })
})

it('the taskbar shows work that takes longer than two seconds', () => {
  let now = 0
  const shown = createTaskbarProgress(() => now)
  const task = { task: 'read', label: 'read', done: 30, total: 120, cancellable: false }
  expect(shown([task])).toBe(-1)
  now = 2500
  expect(shown([task])).toBe(0.25)
  expect(shown([{ ...task, total: null }])).toBe(2)
  expect(shown([])).toBe(-1)
  now = 3000
  expect(shown([task])).toBe(-1)
})

it('a path of any letters starts the program at login, and nothing else', () => {
  expect(autostartEntry('/opt/RuM Workbench/rum-workbench').split('\n')[3]).toBe('Exec="/opt/RuM Workbench/rum-workbench" --background')
  expect(autostartEntry('/home/a"$(x)`\\%u\nExec=evil').split('\n')[3]).toBe('Exec="/home/a\\\\"\\\\$(x)\\\\`\\\\\\\\%%uExec=evil" --background')
})

it('menus are opened by Alt and a letter, in Chinese too', () => {
  expect(withAccessKey('File', 'F')).toBe('&File')
  expect(withAccessKey('文件', 'F')).toBe('文件(&F)')
})

it('what starts at login is the program that stays, not the folder that a portable one was unpacked into', () => {
  expect(programToStart({ PORTABLE_EXECUTABLE_FILE: 'D:\\rum portable.exe' }, 'C:\\Temp\\2x\\RuM Workbench.exe')).toBe('D:\\rum portable.exe')
  expect(programToStart({ APPIMAGE: '/home/me/rum.AppImage' }, '/tmp/.mount/rum')).toBe('/home/me/rum.AppImage')
  expect(programToStart({}, 'C:\\Programs\\RuM Workbench.exe')).toBe('C:\\Programs\\RuM Workbench.exe')
})
