/** Parameter files of TopSpin, XWIN-NMR and their like: '##$KEY= value' lines under a title that says so; '<text>' may go over several lines. */
import { beginningText } from '../text/beginningText'
import { asSingleBytes } from '../text/asSingleBytes'

const title = /^\s*##\s*TITLE\s*=\s*Parameter file,[ \t]*([A-Za-z][\w-]{0,30})?[ \t]*(?:Version[ \t]*)?(\d[\w.]{0,12})?/i

const kind = /^##\s*DATA ?TYPE\s*=\s*Parameter Values\s*$/im

/** The program and its version, '' where the title names none; null for another file. */
export function programOf(bytes: Uint8Array): string | null {
  const text = beginningText(asSingleBytes(bytes), 400)
  // JCAMP-DX of a spectrum may have kept the title of the parameter file that it was made from.
  const found = kind.test(text) ? title.exec(text) : null
  return found && [found[1], found[2]].filter((word) => word !== undefined).join(' ')
}

export interface Parameters { readonly values: ReadonlyMap<string, string>; readonly isWhole: boolean }

/** Without its ##END= a file keeps only what stands in front of its last line, which may be half a number. */
export function parametersOf(text: string): Parameters {
  const isWhole = /^##\s*END\s*=/m.test(text)
  const kept = isWhole ? text : text.slice(0, Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'), 0))
  const values = new Map<string, string>()
  for (const record of kept.split(/^##/m)) {
    const match = /^\$?([^=\r\n]{1,60})=([^]*)$/.exec(record)
    const name = match?.[1]!.trim()
    if (!match || name === undefined || name === 'END' || values.has(name)) continue
    const value = match[2]!.replace(/(^|[ \t])\$\$[^\r\n]*/gm, '').trim()
    values.set(name, value.replace(/^<([^]*)>$/, '$1').trim())
  }
  return { values, isWhole }
}
