import { Worker } from 'node:worker_threads'
import type { ReadOutcome, ReadRequest } from './readFile'
import type { WorkerReply } from './readWorker'

export interface ReaderPool {
  /** Rejects with an errno error when the file cannot be opened, with ReaderStopped when it took too much time or memory. */
  read(request: ReadRequest): Promise<ReadOutcome>
  close(): Promise<void>
}

/** The file was too much for its limits; the sentence is for the Inbox. */
export class ReaderStopped extends Error {}

export interface PoolLimits { readonly workers: number; readonly memoryMb: number; readonly timeoutMs: number }
const defaultLimits: PoolLimits = { workers: 2, memoryMb: 1024, timeoutMs: 120_000 }

interface Job { readonly request: ReadRequest; readonly resolve: (outcome: ReadOutcome) => void; readonly reject: (error: Error) => void }
interface Slot { worker: Worker | null; job: Job | null; timer: NodeJS.Timeout | null }

/** A few worker threads that read one file each at a time, with a memory and a time limit. */
export function createReaderPool(workerFile: URL, limits: PoolLimits = defaultLimits): ReaderPool {
  const waiting: Job[] = []
  const slots: Slot[] = Array.from({ length: limits.workers }, () => ({ worker: null, job: null, timer: null }))
  let sequence = 0
  let closed = false

  const finish = (slot: Slot): Job | null => {
    if (slot.timer) clearTimeout(slot.timer)
    const job = slot.job
    slot.job = null
    slot.timer = null
    slot.worker?.unref()
    return job
  }
  const stop = (slot: Slot, error: Error): void => {
    const job = finish(slot)
    const worker = slot.worker
    slot.worker = null
    worker?.removeAllListeners()
    worker?.on('error', () => undefined) // it is being stopped; its last words do not matter
    void worker?.terminate()
    job?.reject(error)
    next()
  }
  const start = (slot: Slot): Worker => {
    const worker = new Worker(workerFile, { resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb } })
    worker.on('message', (reply: WorkerReply) => {
      const job = finish(slot)
      if ('outcome' in reply) job?.resolve(reply.outcome)
      else job?.reject(Object.assign(new Error(reply.failure.message), { code: reply.failure.code }))
      next()
    })
    worker.on('error', (error: NodeJS.ErrnoException) => {
      const sentence = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? `Reading needs more than ${limits.memoryMb} MB of memory; export a smaller part.`
        : `The reader stopped (${error.message}); please report this file.`
      stop(slot, new ReaderStopped(sentence))
    })
    worker.unref()
    return worker
  }
  const next = (): void => {
    if (closed) return
    const slot = slots.find((candidate) => candidate.job === null)
    const job = slot && waiting.shift()
    if (!slot || !job) return
    slot.worker ??= start(slot)
    slot.worker.ref()
    slot.job = job
    slot.timer = setTimeout(() => {
      stop(slot, new ReaderStopped(`Reading took longer than ${Math.round(limits.timeoutMs / 1000)} s and was stopped; export a smaller part.`))
    }, limits.timeoutMs)
    slot.worker.postMessage({ id: (sequence += 1), request: job.request })
  }
  return {
    read: (request) =>
      new Promise((resolve, reject) => {
        waiting.push({ request, resolve, reject })
        next()
      }),
    async close() {
      closed = true
      for (const job of waiting.splice(0)) job.reject(new ReaderStopped('The program is closing.'))
      await Promise.all(slots.map((slot) => {
        finish(slot)?.reject(new ReaderStopped('The program is closing.'))
        return slot.worker?.terminate()
      }))
    }
  }
}
