import type { FileHandle } from 'node:fs/promises'
import { disk } from '../../src/main/disk'

export const codes = ['ENOSPC', 'EIO', 'EPERM', 'EBUSY', 'EMFILE'] as const
export interface Fault { readonly at: number; readonly code: (typeof codes)[number]; readonly forGood: boolean }

const real = { ...disk }
type Name = keyof typeof disk
/** Closing never fails here: what it means to be closed or not is not ours to play. */
const calls = (Object.keys(disk) as Name[]).filter((name) => name !== 'closeSync')

/** Makes the `at`-th call on the disk fail (or every call from it on), until `mend` is called. `count` tells how many there were. */
export function failing(fault: Fault | null): { count: () => number; mend: () => void } {
  let count = 0
  let isMended = false
  const next = (what: string): void => {
    count += 1
    const fails = !isMended && fault !== null && (fault.forGood ? count >= fault.at : count === fault.at)
    if (fails) throw Object.assign(new Error(`${fault.code}: made to fail, ${what}`), { code: fault.code })
  }
  for (const name of calls) {
    const call = real[name] as (...args: unknown[]) => unknown
    const isLater = !name.endsWith('Sync')
    Object.assign(disk, {
      [name]: isLater
        ? async (...args: unknown[]) => { next(name); return handled(await call(...args), next) }
        : (...args: unknown[]) => { next(name); return call(...args) }
    })
  }
  return { count: () => count, mend: () => { isMended = true; Object.assign(disk, real) } }
}

/** Writing, syncing and listing through a handle are calls of their own. */
function handled(value: unknown, next: (what: string) => void): unknown {
  if (typeof value !== 'object' || value === null) return value
  if ('sync' in value && 'writeFile' in value) {
    const handle = value as FileHandle
    return {
      writeFile: async (bytes: Uint8Array) => {
        // Half of it is on the disk when the disk is full.
        try { next('writeFile') } catch (error) { await handle.write(bytes.subarray(0, bytes.length / 2)); throw error }
        await handle.writeFile(bytes)
      },
      write: async (bytes: Uint8Array) => { next('write'); return handle.write(bytes) },
      sync: async () => { next('sync'); await handle.sync() }, close: () => handle.close()
    }
  }
  if (Symbol.asyncIterator in value) {
    const folder = value as AsyncIterable<unknown>
    return { async *[Symbol.asyncIterator]() { for await (const item of folder) { next('read of a folder'); yield item } } }
  }
  return value
}
