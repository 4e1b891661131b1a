import { readdirSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { createHost } from './api/createHost'
import type { Emit } from './api/emit'
import type { HostApi, HostMethod, HostPush, HostReply, HostRequest } from './api/hostApi'
import { oneSentence } from './oneSentence'
import { whereFrom } from './whereFrom'

/** The process that holds the project, forked by the window's main process. It answers requests and pushes events. */
interface ParentPort {
  on(event: 'message', listener: (message: { data: HostRequest }) => void): void
  postMessage(message: HostReply | HostPush): void
}
const port = (process as unknown as { parentPort: ParentPort }).parentPort
const emit: Emit = (event, payload) => port.postMessage({ event, payload } as HostPush)
const host = createHost({ workerFile: new URL('./readWorker.js', import.meta.url), emit })
givePrecedence()
const methods = new Map<string, (...args: never[]) => Promise<unknown>>(Object.entries(host))

port.on('message', ({ data }) => void answer(data))

/** What nobody expected: its place goes to the log, and the window's process starts this one again with the project. */
const end = (error: unknown): void => void process.stderr.write(`${whereFrom(error)}\n`, () => process.exit(1))
process.on('uncaughtException', end)
process.on('unhandledRejection', end)

/** The window and the program of the instrument go first on a PC with few cores; where the system does not allow it, nobody does. */
function givePrecedence(): void {
  for (const id of ownThreads()) {
    try {
      setPriority(id, constants.priority.PRIORITY_BELOW_NORMAL)
    } catch {
      // Some systems let nobody change it; a thread may have ended.
    }
  }
}

/** Linux counts priority by thread: those that collect garbage are there already when this begins, and they are the busiest. 0 is the process itself. */
function ownThreads(): readonly number[] {
  try {
    return [0, ...readdirSync('/proc/self/task').map(Number)]
  } catch {
    return [0]
  }
}

async function answer({ id, method, args }: HostRequest): Promise<void> {
  try {
    const call = methods.get(method satisfies HostMethod) as ((...args: readonly unknown[]) => ReturnType<HostApi[HostMethod]>) | undefined
    if (!call) throw new Error(`There is no call ${method}.`)
    port.postMessage({ id, ok: true, value: await call(...args) })
  } catch (error) {
    port.postMessage({ id, ok: false, message: oneSentence(error), place: whereFrom(error) })
  }
}
