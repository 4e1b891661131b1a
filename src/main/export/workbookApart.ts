import { Worker } from 'node:worker_threads'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { SummaryInput } from '../../shared/workbook/summaryInput'
import type { MadeWorkbook, Template } from './madeWorkbook'
import type { WorkbookPart, WorkbookReply } from './workbookWorker'

/** Handing over copies; after this long others get their turn. */
const atOnce_ms = 8
const entriesAtOnce = 100

/** Makes the workbook in a thread of its own, so that whoever asks something meanwhile is answered. Rejects with the signal's reason when it is stopped. */
export async function workbookApart(workerFile: URL, input: SummaryInput, template: Template | null, signal: AbortSignal): Promise<MadeWorkbook> {
  signal.throwIfAborted()
  const worker = new Worker(workerFile)
  try {
    const made = new Promise<MadeWorkbook>((resolve, reject) => {
      worker.once('message', (reply: WorkbookReply) => ('failure' in reply ? reject(Object.assign(new Error(reply.failure), { stack: reply.stack })) : resolve(reply)))
      worker.once('error', (error: NodeJS.ErrnoException) => reject(new Error(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'The workbook needs more memory than there is; archive catalysts that are not needed in it.' : `The workbook could not be made (${error.message}); please report it.`)))
      worker.once('exit', () => reject(new Error('The workbook could not be made; please report it.')))
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    })
    made.catch(() => undefined) // it may be over while parts are still handed over; `await made` says so
    let since = performance.now()
    for (const part of partsOf(input, template)) {
      if (signal.aborted) break
      worker.postMessage(part)
      if (performance.now() - since < atOnce_ms) continue
      await nextTurn()
      since = performance.now()
    }
    return await made
  } finally {
    worker.removeAllListeners()
    worker.on('error', () => undefined) // it is being stopped; its last words do not matter
    await worker.terminate()
  }
}

function* partsOf({ outcomes, entries, ...rest }: SummaryInput, template: Template | null): Generator<WorkbookPart> {
  for (const outcome of outcomes) yield { outcomes: [outcome] }
  for (let i = 0; i < entries.length; i += entriesAtOnce) yield { entries: entries.slice(i, i + entriesAtOnce) }
  yield { rest, template }
}
