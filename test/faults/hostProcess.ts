import { fork, type ChildProcess } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { HostApi, HostMethod, HostPush, HostReply } from '../../src/main/api/hostApi'

/** The built process that holds the project, as the window's process starts it; here a test is at the other end. */
export interface HostProcess {
  readonly pid: number
  call<M extends HostMethod>(method: M, ...args: Parameters<HostApi[M]>): Promise<Awaited<ReturnType<HostApi[M]>>>
  /** What it takes, right after its garbage was collected. */
  takes(): Promise<Taken>
  close(): Promise<void>
}
export interface Taken {
  /** Live objects of JavaScript and of its typed arrays, MB. */
  readonly heapMegabytes: number
  /** Of the whole process, MB. */
  readonly residentMegabytes: number
  /** Open handles and watches of folders; null where the system does not say (all but Linux). */
  readonly handles: number | null
  readonly watches: number | null
}

/** What Electron's utility process offers, over Node's own channel; `global.gc` for numbers that say something. */
const port = `process.parentPort = {
  on: (_, hear) => process.on('message', (data) => {
    if (data === 'end') process.exit(0)
    if (data !== 'takes') return hear({ data })
    global.gc(); global.gc()
    const { heapUsed, external, rss } = process.memoryUsage()
    process.send({ takes: { heapMegabytes: (heapUsed + external) / 1e6, residentMegabytes: rss / 1e6 } })
  }),
  postMessage: (message) => process.send(message)
}`

export function startHost(folder: string): HostProcess {
  const program = resolve('out/main/projectHost.js')
  if (!existsSync(program)) throw new Error('The program is not built; run `npm run build` first.')
  const portFile = join(folder, 'port.mjs')
  writeFileSync(portFile, port)
  const child: ChildProcess = fork(program, [], { execArgv: ['--expose-gc', '--import', pathToFileURL(portFile).href], serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  const asked: ((taken: Pick<Taken, 'heapMegabytes' | 'residentMegabytes'>) => void)[] = []
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  let sequence = 0
  child.on('message', (message: HostReply | HostPush | { takes: Taken }) => {
    if ('takes' in message) return asked.shift()?.(message.takes)
    if ('event' in message) return
    const call = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.ok) call?.resolve(message.value)
    else call?.reject(new Error(message.message))
  })
  void ended.then(() => { for (const call of waiting.values()) call.reject(new Error('The process of the project ended.')) })
  const call: HostProcess['call'] = (method, ...args) => new Promise((done, reject) => {
    waiting.set((sequence += 1), { resolve: done as (value: unknown) => void, reject })
    child.send({ id: sequence, method, args })
  })
  return {
    pid: child.pid!, call,
    async takes() {
      const memory = await new Promise<Pick<Taken, 'heapMegabytes' | 'residentMegabytes'>>((done) => { asked.push(done); child.send('takes') })
      return { ...memory, ...handlesOf(child.pid!) }
    },
    async close() {
      await call('shutdown')
      child.send('end')
      await ended
    }
  }
}

function handlesOf(pid: number): Pick<Taken, 'handles' | 'watches'> {
  const of = `/proc/${pid}`
  if (!existsSync(`${of}/fd`)) return { handles: null, watches: null }
  const handles = readdirSync(`${of}/fd`)
  const watches = handles.reduce((sum, fd) => sum + watchesOf(`${of}/fdinfo/${fd}`), 0)
  return { handles: handles.length, watches }
}
function watchesOf(path: string): number {
  try {
    return readFileSync(path, 'utf8').match(/^inotify wd/gm)?.length ?? 0
  } catch {
    return 0 // closed since it was listed
  }
}
