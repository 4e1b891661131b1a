import { join } from 'node:path'
import { app, utilityProcess } from 'electron'
import type { HostPush, HostReply } from '../api/hostApi'
import { placesIn } from '../whereFrom'
import type { HostProcess } from './hostClient'
import type { Log } from './log'

/** The host as a process of its own: reading and computing never make the window wait, and a crash there leaves the window standing. */
export function forkHost(log: Log): HostProcess {
  const child = utilityProcess.fork(join(app.getAppPath(), 'out', 'main', 'projectHost.js'), [], { serviceName: 'RuM Workbench project', stdio: 'pipe' })
  child.stdout?.on('data', () => undefined) // unread pipes would block the host
  child.stderr?.on('data', (text: Buffer) => log.write(['host wrote to stderr', ...placesIn(text.toString())].join(' | ')))
  return {
    send: (request) => child.postMessage(request),
    onMessage: (listener) => void child.on('message', (message: HostReply | HostPush) => listener(message)),
    onExit: (listener) => void child.on('exit', listener),
    kill: () => void child.kill()
  }
}
