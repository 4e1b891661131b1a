/** What the disk says of a path now, and what we knew. All times in ms. */
export interface FileFacts {
  readonly bytes: number
  readonly mtimeMs: number
  readonly nowMs: number
  /** The look before this one, if the file changed or is new since the last reading. */
  readonly previousLook?: { readonly bytes: number; readonly mtimeMs: number; readonly atMs: number; readonly firstSeenMs: number }
  /** Size and time when it was last read, if ever. */
  readonly known?: { readonly bytes: number; readonly mtimeMs: number }
}

export interface Patience {
  /** Size and time must stay the same for so long before a file is taken as finished. */
  readonly settleMs: number
  /** A file that never rests (a potentiostat appending for hours) is read as it is after so long. */
  readonly growingMs: number
}
export const patience: Patience = { settleMs: 800, growingMs: 5000 }

export type Decision = { readonly verdict: 'known' } | { readonly verdict: 'read' } | { readonly verdict: 'wait'; readonly forMs: number }

/** The rule: read what rests, look again at what moves, leave what we have. Pure; watchers and timers only obey. */
export function decide(facts: FileFacts, { settleMs, growingMs }: Patience = patience): Decision {
  const { known, previousLook, bytes, mtimeMs, nowMs } = facts
  if (known && known.bytes === bytes && known.mtimeMs === mtimeMs) return { verdict: 'known' }
  // An old file that is merely new to us needs no second look. A time in the future (clock of another PC) proves nothing.
  const age = nowMs - mtimeMs
  if (age > settleMs * 2 + 2000) return { verdict: 'read' }
  if (!previousLook) return { verdict: 'wait', forMs: settleMs }
  if (nowMs - previousLook.firstSeenMs >= growingMs) return { verdict: 'read' }
  if (previousLook.bytes !== bytes || previousLook.mtimeMs !== mtimeMs) return { verdict: 'wait', forMs: settleMs }
  const rested = nowMs - previousLook.atMs
  return rested >= settleMs ? { verdict: 'read' } : { verdict: 'wait', forMs: settleMs - rested }
}
