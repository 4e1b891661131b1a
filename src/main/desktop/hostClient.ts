import type { HostApi, HostMethod, HostPush, HostReply, HostRequest } from '../api/hostApi'

/** A running host process, as far as the client needs it. */
export interface HostProcess {
  send(request: HostRequest): void
  onMessage(listener: (message: HostReply | HostPush) => void): void
  onExit(listener: (code: number) => void): void
  kill(): void
}

export interface HostClient {
  call<M extends HostMethod>(method: M, ...args: Parameters<HostApi[M]>): Promise<Awaited<ReturnType<HostApi[M]>>>
  isProjectOpen(): boolean
  /** Lets the host finish and close its project, for at most a few seconds. */
  stop(): Promise<void>
}

export interface HostClientOptions {
  readonly fork: () => HostProcess
  readonly push: (message: HostPush) => void
  /** Milliseconds since any fixed moment. */
  readonly now: () => number
  readonly log: (event: string) => void
  readonly stopWithinMs?: number
}

const opening: readonly HostMethod[] = ['open', 'openSampleAt']
const stoppedSentence = 'The part of the program that holds the project stopped unexpectedly; it was started again, please repeat what you did.'
const gaveUpSentence = 'The part of the program that holds the project keeps stopping; please close the app and start it again.'
const mostRestarts = 3
const restartWindowMs = 60_000

/** Speaks to the host process, starts it when first needed, and starts it again with the last project when it dies. */
export function createHostClient({ fork, push, now, log, stopWithinMs = 8_000 }: HostClientOptions): HostClient {
  const pending = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  const restarts: number[] = []
  let host: HostProcess | null = null
  let sequence = 0
  let stopping = false
  let projectPath: string | null = null

  const request = (method: HostMethod, args: readonly unknown[]): Promise<unknown> => {
    host ??= start()
    const running = host
    const id = (sequence += 1)
    return new Promise((resolve, reject) => {
      pending.set(id, { resolve, reject })
      try {
        running.send({ id, method, args })
      } catch (error) {
        pending.delete(id)
        reject(error instanceof Error ? error : new Error(String(error)))
      }
    })
  }
  const start = (): HostProcess => {
    const started = fork()
    started.onMessage((message) => {
      if ('event' in message) {
        if (message.event === 'projectState') projectPath = message.payload?.path ?? projectPath
        push(message)
        return
      }
      const call = pending.get(message.id)
      pending.delete(message.id)
      if (message.ok) call?.resolve(message.value)
      else call?.reject(Object.assign(new Error(message.message), message.place === undefined ? {} : { place: message.place }))
    })
    started.onExit((code) => {
      if (host === started) host = null
      for (const call of pending.values()) call.reject(new Error(stoppedSentence))
      pending.clear()
      if (!stopping) void restart(code)
    })
    return started
  }
  const restart = async (code: number): Promise<void> => {
    log(`host process ended with code ${code}`)
    const recent = restarts.filter((at) => now() - at < restartWindowMs)
    restarts.splice(0, restarts.length, ...recent, now())
    if (recent.length >= mostRestarts) {
      push({ event: 'projectState', payload: null })
      push({ event: 'notice', payload: { level: 'error', text: gaveUpSentence } })
      return
    }
    push({ event: 'notice', payload: { level: 'warning', text: stoppedSentence } })
    if (projectPath === null) return
    try {
      push({ event: 'projectState', payload: (await request('open', [projectPath])) as Awaited<ReturnType<HostApi['open']>> })
    } catch {
      push({ event: 'projectState', payload: null })
    }
  }

  return {
    async call(method, ...args) {
      const value = await request(method, args)
      if (opening.includes(method)) projectPath = (value as { readonly path: string }).path
      if (method === 'closeProject') projectPath = null
      return value as never
    },
    isProjectOpen: () => host !== null && projectPath !== null,
    async stop() {
      stopping = true
      const running = host
      if (!running) return
      const ended = new Promise<void>((resolve) => running.onExit(() => resolve()))
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<void>((resolve) => { timer = setTimeout(resolve, stopWithinMs) })
      await Promise.race([request('shutdown', []).catch(() => undefined), ended, late])
      running.kill()
      await Promise.race([ended, late])
      clearTimeout(timer)
    }
  }
}
