import { nextLine } from '../text/startOfText'
import { decodeText } from '../text/decodeText'
import type { NamedValue } from '../../measurement'

export interface ParSection {
  readonly name: string
  readonly values: readonly NamedValue[]
  /** Names of a table's columns and the byte of its first row. */
  readonly table?: { readonly names: readonly string[]; readonly rowsAt: number; readonly line: number }
}

const longestLine = 20_000
/** Window layout and colours: nothing of the measurement. */
const isLayout = (name: string): boolean => /^(Graph\d*|DockingLayout|DataView|StripView|Overlays)$/.test(name)

/**
 * '<Section>', 'key=value' lines, '</Section>'; behind 'Definition=' come rows, which are passed over here. Sections of window layout
 * are left out.
 */
export function parSections(bytes: Uint8Array): ParSection[] {
  const sections: ParSection[] = []
  let open: { name: string; values: NamedValue[]; table?: ParSection['table'] } | null = null
  for (let at = 0, line = 1; at < bytes.length; line += 1) {
    const lineAt = at
    at = nextLine(bytes, at)
    const first = bytes[lineAt]!
    // Rows begin with a digit or a sign: no need to make text of them.
    if (open?.table && ((first >= 48 && first <= 57) || first === 45)) continue
    const text = decodeText(bytes.subarray(lineAt, Math.min(at, lineAt + longestLine))).text.trim()
    const tag = /^<(\/?)([A-Za-z]\w{0,40})>$/.exec(text)
    if (tag) {
      if (open && !isLayout(open.name)) sections.push(open)
      open = tag[1] === '' ? { name: tag[2]!, values: [] } : null
      continue
    }
    const equals = text.indexOf('=')
    if (!open || equals <= 0 || isLayout(open.name)) continue
    const [key, value] = [text.slice(0, equals), text.slice(equals + 1)]
    if (key === 'Definition') open.table = { names: namesOf(value), rowsAt: at, line: line + 1 }
    else open.values.push({ name: key, value })
  }
  if (open && !isLayout(open.name)) sections.push(open)
  return sections
}

/** A last name that is a mere number has no cells. */
function namesOf(definition: string): string[] {
  const names = definition.split(',').map((name) => name.trim())
  while (names.length > 0 && /^\d*$/.test(names.at(-1)!)) names.pop()
  return names
}
