import type { App } from 'vue'
import { workbench } from './workbench'

const mostPlaces = 6
const longestPlace = 250

/** Class and places of an error, without its message, which may quote data. */
export function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, mostPlaces).map((line) => line.trim().slice(0, longestPlace).replaceAll('|', '/'))
  return [/^\w{1,60}$/.test(error.name) ? error.name : 'Error', ...frames].join(' | ')
}

/** What no view expected: said once in a sentence, its place in the log; the console keeps it for whoever develops. */
export function catchFailures(app: App, target: Window, say: () => void): void {
  const noted = new Set<string>()
  const note = (error: unknown): void => {
    const place = placeOf(error)
    if (noted.has(place)) return
    noted.add(place)
    say()
    workbench().noteFailure(place).catch(() => undefined) // a log that cannot be written must not end in a circle
  }
  app.config.errorHandler = (error) => {
    console.error(error)
    note(error)
  }
  target.addEventListener('error', ({ error }) => { if (error) note(error) }) // without one it is a notice of the browser, such as a skipped resize
  target.addEventListener('unhandledrejection', ({ reason }) => note(reason))
}
