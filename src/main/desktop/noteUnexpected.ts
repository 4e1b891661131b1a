import type { Log } from './log'
import { oneSentence } from '../oneSentence'

/** What nobody expected in this process: into the log with its place, to the window as a sentence, and the program goes on. */
export function noteUnexpected(log: Log, say: (sentence: string) => void): void {
  const note = (event: string) => (error: unknown): void => {
    log.write(event, error)
    say(oneSentence(error))
  }
  process.on('uncaughtException', note('uncaught error'))
  process.on('unhandledRejection', note('unhandled rejection'))
}
