import type { NamedValue } from '../../measurement'

const longestName = 80
const mostSettings = 500

/** Lines such as 'Integration Time (sec): 0.1', 'KEY<TAB>value' or 'Dwell = 2' in their own words; other lines are kept as remarks. */
export function textSettings(lines: readonly string[]): NamedValue[] {
  const found: NamedValue[] = []
  for (const line of lines) {
    const text = line.replace(/^[\s"#]+|[\s",;]+$/g, '')
    if (text === '' || found.length === mostSettings) continue
    const parts = /^([^\t:=;,]+)(?:\t|:|=|;|,)\s*(.*)$/.exec(text)
    const isNamed = parts !== null && parts[1]!.trim() !== '' && parts[1]!.length <= longestName
    found.push(isNamed ? { name: parts[1]!.trim(), value: parts[2]!.trim() } : { name: 'remark', value: text })
  }
  return found
}
