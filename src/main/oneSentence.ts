const somewhere = 'Something went wrong; the log of the app says where.'

/** What the window may hear of an error: its message on one line, never a stack, and nothing that only a programmer understands. */
export function oneSentence(error: unknown): string {
  if (error instanceof TypeError || error instanceof ReferenceError || error instanceof SyntaxError) return somewhere
  const message = error instanceof Error ? error.message : String(error)
  return message.split(/\n\s+at /)[0]!.replace(/\s+/g, ' ').trim() || somewhere
}
