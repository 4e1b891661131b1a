/** How a column is stored in a row: flags share one byte. */
export type MprType = 'flag' | 'f32' | 'f64' | 'u8' | 'u16' | 'u32'
export interface MprColumnKind { readonly name: string; readonly type: MprType; /** Of a flag. */ readonly mask?: number }

const flags: readonly (readonly [number, string, number])[] = [
  [1, 'mode', 0x03], [2, 'ox/red', 0x04], [3, 'error', 0x08], [21, 'control changes', 0x10], [31, 'Ns changes', 0x20], [65, 'counter inc.', 0x80]
]
const doubles: readonly (readonly [number, string])[] = [
  [4, 'time/s'], [7, 'dq/mA.h'], [11, '<I>/mA'], [13, '(Q-Qo)/mA.h'], [23, 'dQ/mA.h'], [24, 'cycle number'], [74, '|Energy|/W.h'], [110, 'Energy ce/W.h'], [112, 'Energy we/W.h'],
  [115, 'Energy ce charge/W.h'], [116, 'Energy ce discharge/W.h'], [123, 'Energy charge/W.h'], [124, 'Energy discharge/W.h'], [125, 'Capacitance charge/µF'],
  [126, 'Capacitance discharge/µF'], [182, 'step time/s'], [211, 'Q charge/discharge/mA.h']
]
const singles: readonly (readonly [number, string])[] = [
  [5, 'control/V/mA'], [6, 'Ewe/V'], [8, 'I/mA'], [9, 'Ece/V'], [15, 'Phase(Z1)/deg'], [16, 'Analog IN 1/V'], [17, 'Analog IN 2/V'], [18, 'Analog IN 3/V'], [19, 'control/V'],
  [20, 'control/mA'], [26, 'Rapp/Ohm'], [27, 'Ewe-Ece/V'], [32, 'freq/Hz'], [33, '|Ewe|/V'], [34, '|I|/A'], [35, 'Phase(Z)/deg'], [36, '|Z|/Ohm'], [37, 'Re(Z)/Ohm'], [38, '-Im(Z)/Ohm'],
  [45, '|Z1|/Ohm'], [46, '|Z2|/Ohm'], [69, 'R/Ohm'], [70, 'P/W'], [75, 'Analog OUT/V'], [76, '<I>/mA'], [77, '<Ewe>/V'], [78, 'Cs-2/µF-2'], [96, '|Ece|/V'], [98, 'Phase(Zce)/deg'],
  [99, '|Zce|/Ohm'], [100, 'Re(Zce)/Ohm'], [101, '-Im(Zce)/Ohm'], [105, '-Im(Z1)/Ohm'], [106, '-Im(Z2)/Ohm'], [135, '<E1>/V'], [136, '<E2>/V'], [163, '|Estack|/V'],
  [166, 'Phase(Zstack)/deg'], [167, '|Zstack|/Ohm'], [168, 'Rcmp/Ohm'], [169, 'Cs/µF'], [170, '<Estack>/V'], [172, 'Cp/µF'], [173, 'Cp-2/µF-2'], [174, '<Ewe>/V'], [175, '|Zwe-ce|/Ohm'],
  [176, 'Re(Zwe-ce)/Ohm'], [177, '-Im(Zwe-ce)/Ohm'], [178, '(Q-Qo)/C'], [179, 'dQ/C'], [185, '<Ece>/V'], [206, 'Temperature/°C'], [215, '<Ece>/V'], [217, 'THD Ewe/%'], [218, 'THD I/%'],
  [219, 'THD Ece/%'], [220, 'NSD Ewe/%'], [221, 'NSD I/%'], [222, 'NSD Ece/%'], [223, 'NSR Ewe/%'], [224, 'NSR I/%'], [225, 'NSR Ece/%'],
  ...[2, 3, 4, 5, 6, 7].flatMap((h) => [[228 + h, `|Ewe h${h}|/V`], [234 + h, `|I h${h}|/A`], [240 + h, `|Ece h${h}|/V`]] as const),
  [248, 'Rac/Ohm'], [249, 'Rdc/Ohm']
]
const known = new Map<number, MprColumnKind>([
  ...flags.map(([id, name, mask]) => [id, { name, type: 'flag', mask }] as const),
  ...doubles.map(([id, name]) => [id, { name, type: 'f64' }] as const), ...singles.map(([id, name]) => [id, { name, type: 'f32' }] as const),
  [39, { name: 'I Range', type: 'u16' }], [131, { name: 'Ns', type: 'u16' }], [212, { name: 'half cycle', type: 'u32' }], [213, { name: 'z cycle', type: 'u32' }], [253, { name: 'Acir/Dcir Control', type: 'u8' }]
])
/** Ids that mean something else beside another one: [id, the ids that tell, what it is then]. */
const beside: readonly (readonly [number, readonly number[], string])[] = [
  [174, [6, 77, 175], 'Phase(Zwe-ce)/deg'], [168, [166, 167], 'Re(Zstack)/Ohm'], [169, [166, 167], '-Im(Zstack)/Ohm'],
  [75, [45, 105], 'Re(Z1)/Ohm'], [76, [46, 106], 'Re(Z2)/Ohm'], [241, [45, 105], '|E1|/V'], [242, [46, 106], '|E2|/V']
]
/** The low byte says which quantity a column holds; the high byte differs between programs and techniques and does not change it. */
const quantityId = (id: number): number => id & 0xff
function kindOf(id: number, ids: readonly number[]): MprColumnKind | undefined {
  const own = quantityId(id)
  const other = beside.find(([one, tellers]) => one === own && ids.some((neighbour) => tellers.includes(quantityId(neighbour))))
  return other ? { name: other[2], type: 'f32' } : known.get(own)
}
/** '<Ewe>/V' a second time → '<Ewe> (174)/V': the unit stays the last. */
const again = (name: string, id: number): string => name.replace(/(\/[^/]*)?$/, ` (${id})$1`)
const byWidth = new Map<number, MprType>([[1, 'u8'], [2, 'u16'], [4, 'f32'], [8, 'f64']])
export const widthOf: Readonly<Record<MprType, number>> = { flag: 0, u8: 1, u16: 2, u32: 4, f32: 4, f64: 8 }

export interface MprColumn extends MprColumnKind { readonly offset: number; readonly isUnknown: boolean }
export interface MprRow { readonly columns: readonly MprColumn[]; readonly width: number }

/**
 * Where each column lies in a row. Flags share the first byte. One id that is not known gets what is left of `rowWidth` (its own
 * 4-byte guess where that is not told); two are more than can be told apart: null.
 */
export function mprRow(ids: readonly number[], rowWidth: number | null): MprRow | null {
  const kinds = ids.map((id) => kindOf(id, ids))
  const hasFlags = kinds.some((kind) => kind?.type === 'flag')
  const sum = kinds.reduce((width, kind) => width + (kind ? widthOf[kind.type] : 0), hasFlags ? 1 : 0)
  const unknown = kinds.filter((kind) => kind === undefined).length
  const left = unknown === 0 ? 0 : rowWidth === null ? NaN : rowWidth - sum
  const type = unknown === 1 ? byWidth.get(left) : undefined
  if (unknown > 1 || (unknown === 1 && type === undefined) || (unknown === 0 && rowWidth !== null && sum !== rowWidth)) return null
  const names = new Set<string>()
  let offset = hasFlags ? 1 : 0
  const columns = ids.map((id, i): MprColumn => {
    const kind = kinds[i] ?? { name: `unknown column ${id}`, type: type! }
    const column = { ...kind, name: names.has(kind.name) ? again(kind.name, id) : kind.name, offset: kind.type === 'flag' ? 0 : offset, isUnknown: kinds[i] === undefined }
    names.add(kind.name)
    offset += widthOf[kind.type]
    return column
  })
  return { columns, width: offset }
}
