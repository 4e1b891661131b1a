export interface MprParts {
  readonly ids: readonly number[]
  /** Bytes of each row, packed; with `count` of as many rows as that. */
  readonly rows: readonly Uint8Array[]
  readonly count?: number
  readonly layout: 'old' | 'v2' | 'v3' | 'long'
  readonly technique?: number
  readonly oleStart?: number
  readonly loops?: readonly number[]
  readonly reference?: string
}

const text = (value: string, length: number): Uint8Array => Uint8Array.from({ length }, (_, i) => (i < value.length ? value.charCodeAt(i) : 0x20))
const joined = (parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) { out.set(part, at); at += part.length }
  return out
}
const u32 = (...values: readonly number[]): Uint8Array => new Uint8Array(Uint32Array.from(values).buffer)

/** Bytes of an .mpr as EC-Lab writes it, from the layout alone. */
export function mprFile({ ids, rows, count = rows.length, layout, technique = 0x18, oleStart, loops, reference = '' }: MprParts): Uint8Array<ArrayBuffer> {
  const isLong = layout === 'long'
  const module = (name: string, version: number, data: Uint8Array): Uint8Array =>
    joined([text('MODULE', 6), text(name, 10), text(name, 25), isLong ? u32(0xffffffff, data.length, version, 10) : u32(data.length, version), text('03/02/21', 8), data])
  const rowsAt = { old: 100, v2: 405, v3: 406, long: 1007 }[layout]
  const head = new Uint8Array(rowsAt)
  head.set(u32(count), 0)
  head[4] = ids.length
  ids.forEach((id, i) => {
    if (layout === 'old') head[5 + i] = id
    else new DataView(head.buffer).setUint16(5 + 2 * i, id, !isLong)
  })
  const settings = new Uint8Array(reference === '' ? 200 : 600)
  settings[0] = technique
  if (reference !== '') settings.set([reference.length, ...[...reference].map((letter) => letter.charCodeAt(0))], 0x215)
  const log = new Uint8Array(700)
  if (oleStart !== undefined) new DataView(log.buffer).setFloat64(585, oleStart, true)
  return joined([
    text('BIO-LOGIC MODULAR FILE\x1a', 48), new Uint8Array(4), module('VMP Set', 0, settings), module('VMP data', layout === 'v2' ? 2 : layout === 'v3' ? 3 : 0, joined([head, ...rows])), module('VMP LOG', 0, log),
    ...(loops ? [module('VMP loop', 0, u32(loops.length, ...loops))] : [])
  ])
}

/** A row: one byte of flags, then values of the given widths. */
export function packed(flags: number | null, values: readonly (readonly ['f32' | 'f64' | 'u16' | 'u32', number])[]): Uint8Array {
  const widths = { f32: 4, f64: 8, u16: 2, u32: 4 } as const
  const out = new DataView(new ArrayBuffer((flags === null ? 0 : 1) + values.reduce((sum, [type]) => sum + widths[type], 0)))
  let at = 0
  if (flags !== null) { out.setUint8(0, flags); at = 1 }
  for (const [type, value] of values) {
    if (type === 'f32') out.setFloat32(at, value, true)
    else if (type === 'f64') out.setFloat64(at, value, true)
    else if (type === 'u16') out.setUint16(at, value, true)
    else out.setUint32(at, value, true)
    at += widths[type]
  }
  return new Uint8Array(out.buffer)
}
