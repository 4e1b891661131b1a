import type { NamedValue } from '../../measurement'

/** Text that ends at its first NUL, in the code page of Windows. */
export function textAt(bytes: Uint8Array, at: number, most: number): string {
  const part = bytes.subarray(at, at + most)
  const end = part.indexOf(0)
  return new TextDecoder('windows-1252').decode(end < 0 ? part : part.subarray(0, end)).trim()
}

/** The history as OMNIC writes it: 'Resolution:<TAB> 4.000 from 649.92 to 5999.71' is a setting, any other line a remark. */
export function settingsOfHistory(text: string): NamedValue[] {
  return text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '').slice(0, 200).map((line) => {
    const pair = /^([^\t:]{1,60}?)\s*:\s*\t\s*(.*)$/.exec(line)
    return pair ? { name: pair[1]!, value: pair[2]!.trim() } : { name: 'history', value: line }
  })
}

const EPOCH_1899_S = Date.UTC(1899, 11, 31) / 1000
/** Seconds since 31 December 1899, UTC; null for a time before 1985 or after 2100, which no such file can have. */
export function startOf(seconds: number): string | null {
  const time = new Date((EPOCH_1899_S + seconds) * 1000)
  const year = time.getUTCFullYear()
  return year > 1985 && year < 2100 ? time.toISOString() : null
}
