import { parentPort } from 'node:worker_threads'
import type { Outcome } from '../../shared/analyses/analysis'
import type { Entry } from '../../shared/project'
import type { SummaryInput } from '../../shared/workbook/summaryInput'
import { oneSentence } from '../oneSentence'
import { madeWorkbook, type MadeWorkbook, type Template } from './madeWorkbook'

/** What is large comes piece by piece; the last piece says that all is there. */
export type WorkbookPart =
  | { readonly outcomes: readonly Outcome[] }
  | { readonly entries: readonly Entry[] }
  | { readonly rest: Omit<SummaryInput, 'outcomes' | 'entries'>; readonly template: Template | null }
export type WorkbookReply = MadeWorkbook | { readonly failure: string; readonly stack: string | undefined }

/** The library's own words say nothing to whoever wanted a workbook. */
const inWords = (error: unknown): string => {
  const said = oneSentence(error)
  return said.startsWith('XlsxError') ? `The workbook could not be made (${said.slice(0, 160)}); please report it.` : said
}
const outcomes: Outcome[] = []
const entries: Entry[] = []

/** Building and packing a workbook takes seconds; here nobody waits for it. One workbook, then the thread is over and gives its memory back. */
parentPort?.on('message', (part: WorkbookPart) => {
  if ('outcomes' in part) outcomes.push(...part.outcomes)
  else if ('entries' in part) entries.push(...part.entries)
  else {
    madeWorkbook({ ...part.rest, outcomes, entries }, part.template).then(
      // What lies in a larger buffer is copied: a part of a buffer cannot be handed over.
      ({ bytes, notFilled }) => { const own = new Uint8Array(bytes); parentPort?.postMessage({ bytes: own, notFilled } satisfies WorkbookReply, [own.buffer]) },
      (error: unknown) => parentPort?.postMessage({ failure: inWords(error), stack: error instanceof Error ? error.stack : undefined } satisfies WorkbookReply)
    )
  }
})
