import * as XLSX from 'xlsx'
import type { Fixture } from '../fixture'

export interface UvSet {
  readonly name: string
  readonly rows: readonly (readonly [nm: number, value: number])[]
  readonly kind?: number
  readonly declared?: number
  readonly days?: number
  readonly mode?: readonly [label: string, value: string]
  readonly history?: readonly string[]
}

const latin = (text: string): number[] => [...Buffer.from(text, 'latin1')]
const led = (text: string): number[] => (text.length < 255 ? [text.length, ...latin(text)] : [255, text.length & 255, text.length >> 8, ...latin(text)])
const u32 = (value: number): number[] => [...new Uint8Array(new Uint32Array([value]).buffer)]
const f64 = (...values: readonly number[]): number[] => [...new Uint8Array(new Float64Array(values).buffer)]

/** A compound file as another program (the spreadsheet library) builds it. */
export function uvProbe(sets: readonly UvSet[], extra: Readonly<Record<string, readonly number[]>> = {}): Uint8Array {
  const file = XLSX.CFB.utils.cfb_new()
  const put = (path: string, content: readonly number[]): void => { XLSX.CFB.utils.cfb_add(file, path, Uint8Array.from(content)) }
  sets.forEach(({ name, rows, kind = 2, declared = rows.length, days = 45376.5, mode = ['Measuring Mode:', 'Absorbance'], history = [] }, i) => {
    const at = `/DataStorage1/DataSetGroup/DataSet${i + 1}`
    put(`${at}/DataSpectrumStorage/Data/Data Header.1`, [...u32(declared), ...u32(kind)])
    put(`${at}/DataSpectrumStorage/Data/X Data.1`, f64(...rows.map(([nm]) => nm)))
    put(`${at}/DataSpectrumStorage/Data/Y Data.1`, f64(...rows.map(([, value]) => value)))
    put(`${at}/DataSetHeaderInfo`, [...led(name), ...u32(0), ...f64(days), ...led('A. User'), ...led('1 cm'), 0, 0, 0, 0, ...led('UVProbe')])
    put(`${at}/MethodStorage/PageTexts2`, [...u32(1), ...u32(3), ...led('[Instrument Properties]'), ...u32(2), ...mode.flatMap(led), ...led('Slit Width:'), ...led('1.0')])
    put(`${at}/DataHistoryStorage/DataSetHistory`, history.flatMap((text) => [...u32(4), ...u32(0), ...f64(days), ...u32(1), 0, ...led(text)]))
  })
  for (const [path, content] of Object.entries(extra)) put(path, content)
  return Uint8Array.from(XLSX.CFB.write(file, { type: 'array' }) as number[])
}

export const rows = Array.from({ length: 601 }, (_, i) => [800 - i, 0.1 + i / 1024] as const)
export const fixtures: readonly Fixture[] = [{ reader: 'uvprobe-spc', name: 'std 1.spc', bytes: uvProbe([{ name: 'RawData-001', rows }, { name: 'RawData-002', rows: rows.slice(0, 40) }]) }]
