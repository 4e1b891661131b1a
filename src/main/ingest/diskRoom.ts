import { disk } from '../disk'

export type Room = 'ample' | 'little' | 'none'
/** Below the first a person is warned, below the second nothing more is taken in; above the third it goes on. In bytes. */
export const roomLimits = { warn: 250e6, stop: 50e6, goOn: 75e6 } as const

/** The rule: it does not go on at the very byte at which it stopped, or it would stop and go without end. */
export function roomFor(freeBytes: number, before: Room): Room {
  if (freeBytes < roomLimits.stop || (before === 'none' && freeBytes < roomLimits.goOn)) return 'none'
  return freeBytes < roomLimits.warn ? 'little' : 'ample'
}

export interface DiskRoom {
  room(): Room
  /** One sentence while there is not enough. */
  reason(): string | null
  close(): void
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`

/** Asks every two seconds how much room is left where the project lies; where the system does not say, there is enough. */
export function watchDiskRoom(folder: string, changed: (now: Room, before: Room) => void, everyMs = 2000): DiskRoom {
  let room: Room = 'ample'
  let free = 0
  let isClosed = false
  const look = async (): Promise<void> => {
    const before = room
    try {
      const { bavail, bsize } = await disk.statfs(folder)
      free = bavail * bsize
      room = roomFor(free, before)
    } catch {
      return // a share that dropped: the store says so when it cannot be written
    }
    if (room !== before && !isClosed) changed(room, before)
  }
  const timer = setInterval(() => void look(), everyMs).unref()
  void look()
  return {
    room: () => room,
    reason: () => (room === 'ample' ? null
      : room === 'little' ? `Only ${megabytes(free)} are free where the project lies (${folder}); free some space: below ${megabytes(roomLimits.stop)} no more files are read.`
        : `Only ${megabytes(free)} are free where the project lies (${folder}): no more files are read; free some space, it goes on by itself above ${megabytes(roomLimits.goOn)}.`),
    close() {
      isClosed = true
      clearInterval(timer)
    }
  }
}
