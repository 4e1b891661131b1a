import { parentPort } from 'node:worker_threads'
import { readFile, type ReadOutcome, type ReadRequest } from './readFile'

export interface WorkerRequest { readonly id: number; readonly request: ReadRequest }
export type WorkerReply =
  | { readonly isReady: true }
  | { readonly id: number; readonly outcome: ReadOutcome }
  | { readonly id: number; readonly failure: { readonly message: string; readonly code: string | null } }

/** Reading happens here, away from the store and the window: a hostile file can only stop this thread. */
parentPort?.on('message', ({ id, request }: WorkerRequest) => {
  try {
    const outcome = readFile(request)
    const buffers = new Set(outcome.measurements.flatMap((m) => m.columns.map((column) => column.values.buffer as ArrayBuffer)))
    parentPort?.postMessage({ id, outcome } satisfies WorkerReply, [...buffers])
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException
    parentPort?.postMessage({ id, failure: { message, code: code ?? null } } satisfies WorkerReply)
  }
})
parentPort?.postMessage({ isReady: true } satisfies WorkerReply)
