/** Class, code and place of an error, without its message, which may quote data. An error of the project's process or of the window brings its own `place`. */
export function whereFrom(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const { code, place } = error as NodeJS.ErrnoException & { readonly place?: unknown }
  if (typeof place === 'string') return place
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 6).map((line) => line.trim())
  return [error.name, code, ...frames].filter((part) => part !== undefined).join(' | ')
}

const place = /^\w{1,60}(?: \| [A-Z][A-Z0-9_]{1,40})?(?: \| at [^\n|]{1,300}){0,6}$/

/** The lines of a text that are places as above; the rest may quote data. */
export const placesIn = (text: string): readonly string[] => text.split('\n').filter((line) => place.test(line))
