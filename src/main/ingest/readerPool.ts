import { Worker } from 'node:worker_threads'
import type { ReadOutcome, ReadRequest } from './readFile'
import type { WorkerReply } from './readWorker'

export interface ReaderPool {
  /** Rejects with an errno error when the file cannot be opened, with ReaderStopped when it took too much time or memory. */
  read(request: ReadRequest): Promise<ReadOutcome>
  /**
   * So many files will come soon, this one among them: readers that are not there yet are started meanwhile, and read it for practice if
   * nothing else has come until they are there. A program that runs for the first time takes longer than the reading of most files.
   */
  prepare?(files: number, one: ReadRequest): void
  close(): Promise<void>
}

/** The file was too much for its limits; the sentence is for the Inbox. */
export class ReaderStopped extends Error {}

export interface PoolLimits { readonly workers: number; readonly memoryMb: number; readonly timeoutMs: number }
const defaultLimits: PoolLimits = { workers: 2, memoryMb: 1024, timeoutMs: 120_000 }

interface Job { readonly id: number; readonly request: ReadRequest; readonly resolve: (outcome: ReadOutcome) => void; readonly reject: (error: Error) => void }
/** `jobs[0]` is being read; those behind it lie at the worker already, so that it never waits for this thread. */
interface Slot { worker: Worker | null; jobs: Job[]; timer: NodeJS.Timeout | null }
/** While the store is written nobody hands out work: so many files, as large together, lie at each reader already. */
const ahead = { jobs: 100, bytes: 4e6 } as const
/** Of a file whose size nobody looked at. */
const unknownBytes = 400e3
const bytesAhead = ({ jobs }: Slot): number => jobs.reduce((sum, { request }) => sum + (request.bytes ?? unknownBytes), 0)
const forget = (): void => undefined
const closing = 'The program is closing.'
const noAnswer = 'The reader gave no answer for this file; please report it.'

/** A few worker threads that read one file each at a time, with a memory and a time limit. */
export function createReaderPool(workerFile: URL, limits: PoolLimits = defaultLimits): ReaderPool {
  const waiting: Job[] = []
  const slots: Slot[] = Array.from({ length: limits.workers }, () => ({ worker: null, jobs: [], timer: null }))
  let sequence = 0
  let closed = false

  const finish = (slot: Slot): Job | undefined => {
    if (slot.timer) clearTimeout(slot.timer)
    slot.timer = null
    const job = slot.jobs.shift()
    if (slot.jobs.length === 0) slot.worker?.unref()
    else watch(slot)
    return job
  }
  const watch = (slot: Slot): void => {
    slot.timer = setTimeout(() => {
      stop(slot, new ReaderStopped(`Reading took longer than ${Math.round(limits.timeoutMs / 1000)} s and was stopped; export a smaller part.`))
    }, limits.timeoutMs)
  }
  const stop = (slot: Slot, error: Error): void => {
    if (closed) return // a late answer: taking the listeners away would let nobody hear that the worker has ended
    const job = finish(slot)
    if (slot.timer) clearTimeout(slot.timer)
    slot.timer = null
    waiting.unshift(...slot.jobs.splice(0)) // the worker dies with what lay at it; that is read by the next one
    const worker = slot.worker
    slot.worker = null
    worker?.removeAllListeners()
    worker?.on('error', () => undefined) // it is being stopped; its last words do not matter
    void worker?.terminate()
    job?.reject(error)
    next()
  }
  const start = (slot: Slot): Worker => {
    const worker = new Worker(workerFile, { resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb, maxYoungGenerationSizeMb: 12 } })
    worker.on('message', (reply: WorkerReply) => {
      if ('isReady' in reply) return
      if (slot.jobs[0]?.id !== reply.id) return stop(slot, new ReaderStopped(noAnswer)) // never one file's numbers under another's name
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
    worker.on('exit', () => stop(slot, new ReaderStopped(noAnswer)))
    worker.unref()
    return worker
  }
  const next = (): void => {
    if (closed) return
    for (;;) {
      const slot = slots.reduce((best, candidate) => (candidate.jobs.length < best.jobs.length ? candidate : best))
      if (waiting.length === 0 || (slot.jobs.length > 1 && (slot.jobs.length > ahead.jobs || bytesAhead(slot) > ahead.bytes))) return
      give(slot, waiting.shift()!)
    }
  }
  const give = (slot: Slot, job: Job): void => {
    slot.worker ??= start(slot)
    slot.worker.ref()
    slot.jobs.push(job)
    if (slot.jobs.length === 1) watch(slot)
    slot.worker.postMessage({ id: job.id, request: job.request })
  }
  return {
    read: (request) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new ReaderStopped(closing)) // whoever came too late must not be waited for
        waiting.push({ id: (sequence += 1), request, resolve, reject })
        next()
      }),
    prepare(files, one) {
      const cold = closed ? undefined : slots.slice(0, files).find(({ worker }) => worker === null)
      if (!cold) return
      const worker = start(cold)
      cold.worker = worker
      worker.once('message', (reply: WorkerReply) => {
        if ('isReady' in reply && !closed && cold.worker === worker && cold.jobs.length === 0) give(cold, { id: (sequence += 1), request: one, resolve: forget, reject: forget })
      })
    },
    async close() {
      closed = true
      for (const job of waiting.splice(0)) job.reject(new ReaderStopped(closing))
      await Promise.all(slots.map((slot) => {
        if (slot.timer) clearTimeout(slot.timer)
        for (const job of slot.jobs.splice(0)) job.reject(new ReaderStopped(closing))
        return slot.worker?.terminate()
      }))
    }
  }
}
