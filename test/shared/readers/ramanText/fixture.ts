import type { Fixture } from '../fixture'

export const encoded = (lines: readonly string[], end = '\r\n'): Uint8Array => new TextEncoder().encode([...lines, ''].join(end))

/** Names as WiRE writes them, with two tabs between, and rows with one. */
export const wireText = (names: readonly string[], rows: readonly (readonly number[])[]): Uint8Array => encoded([names.map((name) => `#${name}`).join('\t\t'), ...rows.map((row) => row.map((value) => value.toFixed(6)).join('\t'))])

export interface WitecFile { readonly unit: string; readonly names: readonly string[]; readonly rows: readonly (readonly number[])[]; readonly points?: number; readonly separator?: string; readonly withUnits?: boolean }
export function witecText({ unit, names, rows, points = rows.length, separator = ',', withUnits = true }: WitecFile): Uint8Array {
  const cell = (value: number): string => ` ${value.toExponential(9).replace(/e([+-])(\d)$/, 'E$10$2')}`
  return encoded([
    '//Exported ASCII-File', '[Header]', 'FileName = D:\\lab\\RuFe.wip', 'GraphName = Spectrum--000--Spec.Data 1', 'SizeX = 1', 'SizeY = 1', `SizeGraph = ${points}`, 'PositionUnit = µm', 'PositionX = 2.5', `XAxisUnit = ${unit}`, 'DataUnit = CCD cts', '', '[Data]',
    ['X-Axis', ...names].join(separator), ...(withUnits ? [[unit, ...names.map(() => 'CCD cts')].join(separator)] : []), ...rows.map((row) => row.map(cell).join(separator))
  ])
}

export interface BwTekFile { readonly rows: readonly (readonly (number | null)[])[]; readonly names?: readonly string[]; readonly decimal?: '.' | ','; readonly lastPixel?: number }
export const bwTekNames = ['Pixel', 'Wavelength', 'Wavenumber', 'Raman Shift', 'Dark', 'Reference', 'Raw data #1', 'Dark Subtracted #1', '%TR #1', 'Absorbance #1', 'Irradiance (W/cm^2/nm) #1']
export function bwTekText({ rows, names = bwTekNames, decimal = ',', lastPixel = rows.length - 1 }: BwTekFile): Uint8Array {
  const cell = (value: number | null, i: number): string => (value === null ? '   ' : i === 0 ? String(value) : value.toFixed(4).replace('.', decimal))
  return encoded(['File Version;BWRam4.11_1', 'Date;2022-05-19 17:31:13', 'title;BWS415-785S', 'operator;', 'pixel_start;0', `pixel_end;${lastPixel}`, 'intigration times(ms);3000', 'average number;7', `laser_wavelength;784${decimal}9`, `${names.join(';')};`, ...rows.map((row) => `${row.map(cell).join(';')};`)])
}

export const neegalaNames = ['Pixels', 'Wavelength', 'Wavenumbers', 'Raman_Shift', 'Raw_Data', 'Background_Data', 'Processed_Data']
export const neegalaText = (rows: readonly (readonly number[])[], names = neegalaNames): Uint8Array =>
  encoded(['id,59de6c43-cfb6-44ec-aad7-8b37385b92f7', 'name,RuFe-NC', 'device,EZI860', 'time_stamp,2022-08-19 12:19:23', 'integ_time,9000', 'integ_unit,ms', 'averages,20', 'wl,532nm', names.join(','), ...rows.map((row) => row.join(','))], '\n')

export const rruffText = (rows: readonly (readonly number[])[], more: readonly string[] = [], end: readonly string[] = ['##END=', '', '']): Uint8Array =>
  encoded(['##NAMES=Anatase', '##RRUFFID=R060277', '##IDEAL CHEMISTRY=Ti^4+^O_2_', ...more, '##MEASURED CHEMISTRY=Ti_1.00_O_2_', ...rows.map(([x, y]) => `${x}, ${y}\r`), ...end], '\n')

const indices = Array.from({ length: 40 }, (_, i) => i)
export const bwTekRows = indices.map((i) => [i, ...(i < 5 ? [null, null, null] : [780 + i / 4, 12_800 - 4 * i, -20 + 4 * i]), 700 + i, 65_535, 900 + 2 * i, 200 + i, 0, 0, 0])
export const fixtures: readonly Fixture[] = [
  { reader: 'raman-text', name: 'RuFe.txt', bytes: wireText(['Wave', 'Intensity'], indices.map((i) => [2000 - 2 * i, 500 + i])) },
  { reader: 'raman-text', name: 'RuFe map.txt', bytes: wireText(['X', 'Y', 'Wave', 'Intensity'], [[0, 0], [1.5, 0], [0, 2], [1.5, 2]].flatMap(([x, y]) => indices.map((i) => [x!, y!, 2000 - 2 * i, 500 + i]))) },
  { reader: 'raman-text', name: 'RuFe witec.txt', bytes: witecText({ unit: 'rel. 1/cm', names: ['Spectrum--000--Spec.Data 1', 'Spectrum--001--Spec.Data 1'], rows: indices.map((i) => [100 + 3 * i, 300 + i, 400 + i]) }) },
  { reader: 'raman-text', name: 'RuFe bwtek.txt', bytes: bwTekText({ rows: bwTekRows }) },
  { reader: 'raman-text', name: 'RuFe neegala.csv', bytes: neegalaText(indices.map((i) => [i, 502.25 + i / 8, 14_040 + 5 * i, -1118 + 5 * i, 900 + i, 600, 300 + i])) },
  { reader: 'raman-text', name: 'Anatase__R060277__Broad_Scan__532__0__unoriented__Raman_Data_RAW__21346.txt', bytes: rruffText(indices.map((i) => [79.84985 + 2 * i, 24_506.01 + i])) }
]
