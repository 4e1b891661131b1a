import type { NamedValue } from '../../measurement'
import { decodeText } from '../text/decodeText'

const OLE_EPOCH = Date.UTC(1899, 11, 30)
const msPerDay = 86_400_000
const mostPairs = 200
type Decode = (bytes: Uint8Array) => string

/** The bytes of Japanese letters pass for Chinese ones, too; words that every page has tell them apart. */
const japanese = /プロパティ|波長|測定|装置/

/** How the PC wrote its texts. */
export function codePageOf(pages: readonly Uint8Array[]): Decode {
  const decoder = new TextDecoder('shift_jis')
  return pages.some((page) => japanese.test(decoder.decode(page))) ? (bytes) => decoder.decode(bytes) : (bytes) => decodeText(bytes).text
}

/** A text led by its length: a byte, or 255 and two bytes; null behind the end. */
function textAt(bytes: Uint8Array, at: number, decode: Decode): { text: string; end: number } | null {
  const isLong = bytes[at] === 255
  const length = isLong ? (bytes[at + 1] ?? 0) | ((bytes[at + 2] ?? 0) << 8) : bytes[at]
  const from = at + (isLong ? 3 : 1)
  if (length === undefined || from + length > bytes.length) return null
  return { text: decode(bytes.subarray(from, from + length)), end: from + length }
}

/** What was done to a data set: entries of 20 bytes (two counts, the time, the kind), a zero byte and a sentence of UVProbe. */
export function historyOf(bytes: Uint8Array, decode: Decode): NamedValue[] {
  const found: NamedValue[] = []
  for (let at = 21; at < bytes.length && found.length < mostPairs;) {
    const entry = textAt(bytes, at, decode)
    if (!entry) break
    if (entry.text.trim() !== '') found.push({ name: `History ${found.length + 1}`, value: entry.text.trim() })
    at = entry.end + 21
  }
  return found
}

interface SetHeader { readonly title: string; readonly startedAt: string | null; readonly settings: readonly NamedValue[] }

export function setHeader(bytes: Uint8Array, decode: Decode): SetHeader {
  const name = textAt(bytes, 0, decode)
  if (!name || name.end + 12 > bytes.length) return { title: name?.text ?? '', startedAt: null, settings: [] }
  const days = new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getFloat64(name.end + 4, true)
  const operator = textAt(bytes, name.end + 12, decode)
  const remark = operator && textAt(bytes, operator.end, decode)
  return {
    title: name.text,
    startedAt: days > 30_000 && days < 80_000 ? new Date(Math.round((OLE_EPOCH + days * msPerDay) / 1000) * 1000).toISOString().slice(0, 19) : null,
    settings: [['Operator', operator?.text ?? ''], ['Comment', remark?.text ?? '']].filter(([, value]) => value !== '').map(([key, value]) => ({ name: key!, value: value! }))
  }
}

/** '[Instrument Properties]', then 'Measuring Mode:' 'Absorbance' …: the bracket names the page, a label ends in a colon. */
export function pagePairs(bytes: Uint8Array, decode: Decode): NamedValue[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const title = textAt(bytes, 8, decode)
  if (!title || title.end + 4 > bytes.length) return []
  const count = Math.min(view.getUint32(title.end, true), mostPairs)
  const pairs: NamedValue[] = []
  let at = title.end + 4
  for (let i = 0; i < count; i += 1) {
    const label = textAt(bytes, at, decode)
    const value = label && textAt(bytes, label.end, decode)
    if (!value) break
    at = value.end
    const name = label.text.replace(/[:：]\s*$/, '').trim()
    if (name !== '' && value.text.trim() !== '') pairs.push({ name, value: value.text.trim() })
  }
  return pairs
}
