import type { NamedValue, Technique } from '../../measurement'
import type { FieldValues } from '../../metadata/fields'
import { parseDecimal } from '../text/parseDecimal'

export interface MptHeader {
  /** Line of the file that names the technique; null in a short header. */
  readonly technique: string | null
  readonly settings: readonly NamedValue[]
  readonly columns: readonly string[]
}

const techniques: readonly (readonly [RegExp, Technique])[] = [
  [/linear sweep|^linear polari[sz]ation/i, 'LSV'], [/cyclic voltammetry|^CVA?\b/i, 'CV'], [/chronoamperometry|chronocoulometry|constant voltage|potentio.*electrolysis/i, 'CA'],
  [/chronopotentiometry|constant current/i, 'CP'], [/impedance/i, 'EIS'], [/open circuit/i, 'OCV'], [/galvanostatic cycling|^GCPL|^battery capacity determination/i, 'GCPL'], [/^modulo bat/i, 'OTHER'], [/square wave/i, 'SWV'], [/differential pulse/i, 'DPV'], [/tafel/i, 'TAFEL']
]
export const mptTechnique = (line: string | null): Technique | undefined => (line === null ? undefined : techniques.find(([pattern]) => pattern.test(line))?.[1])

/** Header lines and the line of column names behind them. 'Name : value' lines and the settings in columns of 20 letters are kept. */
export function mptHeader(lines: readonly string[], count: number): MptHeader {
  const settings: NamedValue[] = []
  for (const line of lines.slice(2, count - 1)) {
    const named = /^\s*([^:]{1,60}?)\s+:\s(.*)$/.exec(line)
    const spaced = named ? null : /^(.{20})(.*)$/.exec(line)
    if (named) settings.push({ name: named[1]!.trim(), value: named[2]!.trim() })
    else if (spaced && spaced[1]!.trim() !== '' && spaced[2]!.trim() !== '') settings.push({ name: spaced[1]!.trim(), value: spaced[2]!.trim().replace(/\s{2,}/g, ' | ') })
  }
  const technique = count > 4 ? (lines[3]?.trim() ?? '') : ''
  return { technique: technique === '' ? null : technique, settings, columns: (lines[count - 1] ?? '').replace(/\t+$/, '').split('\t').map((name) => name.trim()) }
}

const valueOf = (settings: readonly NamedValue[], name: string): string | undefined => {
  const value = settings.find((setting) => setting.name === name)?.value
  return typeof value === 'string' && value !== '' ? value : undefined
}
const numberOf = (text: string | undefined): number | undefined => {
  const match = /^[+-]?[\d.,]{1,20}/.exec(text ?? '')
  const value = match ? parseDecimal(match[0], match[0].includes(',') ? ',' : '.') : NaN
  return Number.isNaN(value) ? undefined : value
}

/** Behind the number stands the unit that was chosen; its square is often printed in another encoding. */
const areaUnits: readonly (readonly [RegExp, number])[] = [[/\bcm/, 1], [/\bmm/, 0.01], [/[µμu]m/, 1e-8], [/\bdm/, 100], [/\bm(?![a-z])/, 1e4]]
function areaOf(text: string | undefined): number | undefined {
  const value = numberOf(text)
  const factor = areaUnits.find(([unit]) => unit.test((text ?? '').replace(/^[\d.,+-]+\s*/, ' ')))?.[1]
  return value === undefined || factor === undefined ? undefined : Number((value * factor).toPrecision(12))
}

/** Conditions that an EC-Lab header states. A setting with several values (a sequence) states none. */
export function mptFields(settings: readonly NamedValue[], technique: Technique): FieldValues {
  const area = areaOf(valueOf(settings, 'Electrode surface area'))
  const reference = valueOf(settings, 'Reference electrode')
  const only = (name: string): string | undefined => { const value = valueOf(settings, name); return value?.includes(' | ') ? undefined : value }
  const rate = valueOf(settings, 'dE/dt unit') === 'mV/s' ? numberOf(only('dE/dt')) : undefined
  const potential = technique === 'CA' ? numberOf(only('Ei (V)')) : undefined
  return {
    ...(area === undefined ? {} : { area_cm2: area }), ...(reference === undefined || /unspecified/i.test(reference) ? {} : { reference: reference.replace(/\s*\([-+\d.,]+\s*V\)\s*$/, '') }),
    ...(rate === undefined ? {} : { scanRate_mV_s: rate }), ...(potential === undefined ? {} : { potential_V: potential })
  }
}

/** How long the only step of a chronoamperometry was to last, where no limit of current or charge may have ended it and nothing is repeated. */
export function mptStep_s(settings: readonly NamedValue[]): number | undefined {
  const match = /^(\d{1,6}):(\d{1,2}):(\d{1,2}(?:[.,]\d{1,6})?)$/.exec(valueOf(settings, 'ti (h:m:s)') ?? '')
  const isFree = ['Imax', 'Imin', '|Imax|'].every((name) => /^(?:pass)?$/i.test(valueOf(settings, name) ?? '')) && ['dQM', '|dQM|', 'nc cycles'].every((name) => !numberOf(valueOf(settings, name)))
  return match && isFree ? 3600 * Number(match[1]) + 60 * Number(match[2]) + Number(match[3]!.replace(',', '.')) : undefined
}

/** 'Acquisition started on : 03/22/2021 15:46:03.5': ISO only where day and month cannot be mistaken; the order follows the PC's locale. */
export function mptStart(settings: readonly NamedValue[]): string | null {
  const match = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})\s+(\d{1,2}:\d{2}:\d{2})/.exec(valueOf(settings, 'Acquisition started on') ?? '')
  if (!match) return null
  const [first, second] = [Number(match[1]), Number(match[2])]
  if (first > 12 === second > 12 && first !== second) return null
  const [month, day] = first > 12 ? [second, first] : [first, second]
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${match[3]}-${two(month)}-${two(day)}T${match[4]!.padStart(8, '0')}`
}
