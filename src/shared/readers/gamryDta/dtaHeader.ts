import type { NamedValue, Technique } from '../../measurement'
import type { FieldValues } from '../../metadata/fields'
import { parseDecimal } from '../text/parseDecimal'

export interface DtaEntry { readonly key: string; readonly type: string; readonly values: readonly string[]; readonly line: number }

/** 'KEY<TAB>TYPE<TAB>value<TAB>…<TAB>label'; free lines (notes) give nothing. */
export function dtaEntry(text: string, line: number): DtaEntry | null {
  const [key = '', type = '', ...values] = text.split('\t')
  return /^[A-Z][A-Z0-9_ ]{0,40}$/.test(key) && key.trim() !== '' && type.trim() !== '' ? { key: key.trim(), type: type.trim(), values: values.map((value) => value.trim()), line } : null
}

const tags = new Map<string, Technique>([
  ['CV', 'CV'], ['LSV', 'LSV'], ['CHRONOA', 'CA'], ['CHRONOP', 'CP'], ['CORPOT', 'OCV'], ['OCP', 'OCV'], ['EISPOT', 'EIS'], ['GALVEIS', 'EIS'], ['HYBRIDEIS', 'EIS'],
  ['GALVANOSTATIC', 'CP'], ['POTENTIOSTATIC', 'CA'], ['CHRONOC', 'CA'], ['SQUARE_WAVE', 'SWV'], ['SQUAREWAVE', 'SWV'], ['DPV', 'DPV'], ['TAFEL', 'TAFEL'], ['PWR800_CHARGE', 'GCPL'], ['PWR800_DISCHARGE', 'GCPL'], ['PWR800_POTENTIOSTATIC', 'CA'], ['PWR800_GALVANOSTATIC', 'CP'], ['CCD', 'GCPL']
])

/** Names of scripts, for a tag that is not known. A potentiodynamic scan is one sweep, a cyclic one goes back. */
const scripts: readonly (readonly [RegExp, Technique])[] = [
  [/impedance|\bEIS\b/i, 'EIS'], [/differential pulse/i, 'DPV'], [/galvanodynamic|galvanic corrosion|noise|pulse/i, 'OTHER'], [/square ?wave/i, 'SWV'], [/cyclic voltammetry|cyclic polarization/i, 'CV'],
  [/tafel/i, 'TAFEL'], [/linear sweep|potentiodynamic|polarization resistance/i, 'LSV'], [/chronoamperometry|chronocoulometry|potentiostatic/i, 'CA'],
  [/charge.?discharge/i, 'GCPL'], [/chronopotentiometry|galvanostatic/i, 'CP'], [/open circuit|corrosion potential/i, 'OCV']
]

/** TAG names the script; a galvanodynamic scan carries the tag LSV, so its title counts too. */
export function dtaTechnique(tag: string, title: string, table: string): Technique {
  if (table.startsWith('OCVCURVE')) return 'OCV'
  if (table.startsWith('ZCURVE')) return 'EIS'
  if (/galvanodynamic/i.test(title)) return 'OTHER'
  return tags.get(tag) ?? scripts.find(([pattern]) => pattern.test(title))?.[1] ?? 'OTHER'
}

const find = (entries: readonly DtaEntry[], key: string): DtaEntry | undefined => entries.find((entry) => entry.key === key)
const numberOf = (entry: DtaEntry | undefined): number | undefined => {
  const text = entry?.values[0] ?? ''
  const value = parseDecimal(text, text.includes(',') ? ',' : '.')
  return Number.isNaN(value) ? undefined : value
}

export function dtaFields(entries: readonly DtaEntry[], technique: Technique): FieldValues {
  const area = numberOf(find(entries, 'AREA'))
  const rate = technique === 'CV' || technique === 'LSV' ? numberOf(find(entries, 'SCANRATE')) : undefined
  const step = technique === 'CA' && !(numberOf(find(entries, 'TSTEP2')) ?? 0) ? numberOf(find(entries, 'VSTEP1')) : undefined
  return { ...(area === undefined ? {} : { area_cm2: area }), ...(rate === undefined ? {} : { scanRate_mV_s: rate }), ...(step === undefined ? {} : { potential_V: step }) }
}

export function dtaSettings(entries: readonly DtaEntry[]): NamedValue[] {
  return entries.filter((entry) => entry.type !== 'TABLE').map(({ key, type, values }) => ({ name: key, value: type === 'LABEL' || values.length < 2 ? (values[0] ?? '') : values.slice(0, -1).join(' ') || (values[0] ?? '') }))
}

/** DATE follows the PC's locale: ISO only where day and month cannot be mistaken, else null. Between dots the day stands first, wherever dots are used. */
export function dtaStart(entries: readonly DtaEntry[]): string | null {
  const date = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(find(entries, 'DATE')?.values[0] ?? '')
  const time = /^(\d{1,2}):(\d{2}):(\d{2})(?:[.,]\d{1,9})?$/.exec(find(entries, 'TIME')?.values[0] ?? '')
  if (!date || !time) return null
  const [first, second] = [Number(date[1]), Number(date[3])]
  const isDayFirst = date[2] === '.' || first > 12
  if (!isDayFirst && first > 12 === second > 12 && first !== second) return null
  const [month, day] = isDayFirst ? [second, first] : [first, second]
  if (month < 1 || month > 12 || day < 1 || day > 31) return null
  const two = (value: number | string): string => String(value).padStart(2, '0')
  return `${date[4]}-${two(month)}-${two(day)}T${two(time[1]!)}:${time[2]}:${time[3]}`
}

/** CONVENTION 0 counts cathodic current as positive, 1 anodic. */
export function dtaConvention(entries: readonly DtaEntry[]): string {
  const value = numberOf(find(entries, 'CONVENTION'))
  if (value === 1) return 'anodic current positive (Gamry CONVENTION 1)'
  return value === 0 ? 'cathodic current positive (Gamry CONVENTION 0)' : 'as recorded; the file does not say whether reduction is negative'
}
