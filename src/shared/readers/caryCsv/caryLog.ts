import type { NamedValue } from '../../measurement'

export interface CaryLogBlock {
  readonly name: string
  readonly settings: readonly NamedValue[]
  readonly startedAt: string | null
}

const collectionTime = /^Collection Time:\s*(.*)$/i
const cleaned = (line: string): string => line.replace(/[\s,;]+$/, '').trim()

/** 'Instrument      Cary 50', 'Method Name    : Default', 'Collection Time: …' */
function setting(line: string): NamedValue {
  const parts = /^([^:]*\S)\s*:(?:\s+(.*))?$/.exec(line) ?? /^(\S+(?: \S+)*)\s{2,}(.*)$/.exec(line)
  return parts ? { name: parts[1]!, value: (parts[2] ?? '').trim() } : { name: 'remark', value: line }
}

/** '6/17/2021 4:53:42 PM' → local time; null where day and month cannot be told apart. */
export function caryTime(text: string): string | null {
  const parts = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4}) (\d{1,2}):(\d{2}):(\d{2})(?: ([AP])M)?$/i.exec(text.trim())
  if (!parts) return null
  const [a, b] = [Number(parts[1]), Number(parts[2])]
  const isDayFirst = text.includes('.') || a > 12
  if ((!isDayFirst && b <= 12 && a !== b) || Math.min(a, b) > 12) return null
  const [day, month] = isDayFirst ? [a, b] : [b, a]
  const half = parts[7]?.toUpperCase()
  const hour = half ? (Number(parts[4]) % 12) + (half === 'P' ? 12 : 0) : Number(parts[4])
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${parts[3]}-${two(month)}-${two(day)}T${two(hour)}:${parts[5]}:${parts[6]}`
}

/** The log behind the data: one block a spectrum, which begins with its name and 'Collection Time'. */
export function caryLog(lines: readonly string[]): CaryLogBlock[] {
  const text = lines.map(cleaned)
  const starts = text.flatMap((line, i) => (collectionTime.test(line) ? [i] : []))
  return starts.map((start, i): CaryLogBlock => {
    const next = starts[i + 1]
    const block = text.slice(start, next === undefined ? undefined : nameLine(text, next)).filter((line) => line !== '')
    return { name: text[start - 1] ?? '', settings: block.map(setting), startedAt: caryTime(collectionTime.exec(text[start]!)?.[1] ?? '') }
  })
}

/** The name stands on the one or two lines above 'Collection Time'. */
function nameLine(text: readonly string[], start: number): number {
  const name = text[start - 1]
  return text[start - 2] === name ? start - 2 : start - 1
}
