/** What the window may hear of an error: its message on one line, never a stack. */
export function oneSentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.split(/\n\s+at /)[0]!.replace(/\s+/g, ' ').trim() || 'Something went wrong; the log of the app says where.'
}
