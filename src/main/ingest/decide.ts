/** By what a file is told from its earlier self without opening it. Programs may set mtime back; nobody sets ctime (0: not known). */
export interface FileState { readonly bytes: number; readonly mtimeMs: number; readonly ctimeMs?: number }

export const isSameState = (a: FileState, b: FileState): boolean =>
  a.bytes === b.bytes && a.mtimeMs === b.mtimeMs && (!a.ctimeMs || !b.ctimeMs || a.ctimeMs === b.ctimeMs)

/** What the disk says of a path now, and what we knew. All times in ms. */
export interface FileFacts extends FileState {
  readonly nowMs: number
  /** Time that no change of the clock touches, in which looks are counted; the clock's where left out. */
  readonly steadyMs?: number
  /** The look before this one, if the file changed or is new since the last reading. */
  readonly previousLook?: FileState & { readonly atMs: number; readonly firstSeenMs: number }
  /** Its state when it was last read, if ever. */
  readonly known?: FileState
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
  const { known, previousLook, mtimeMs, nowMs, steadyMs = nowMs } = facts
  if (known && isSameState(known, facts)) return { verdict: 'known' }
  // An old file that is merely new to us needs no second look. A time in the future (clock of another PC) proves nothing.
  const age = nowMs - mtimeMs
  if (age > settleMs * 2 + 2000) return { verdict: 'read' }
  if (!previousLook) return { verdict: 'wait', forMs: settleMs }
  if (steadyMs - previousLook.firstSeenMs >= growingMs) return { verdict: 'read' }
  if (!isSameState(previousLook, facts)) return { verdict: 'wait', forMs: settleMs }
  const rested = steadyMs - previousLook.atMs
  return rested >= settleMs ? { verdict: 'read' } : { verdict: 'wait', forMs: settleMs - rested }
}
