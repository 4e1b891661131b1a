import type { NamedValue, Technique } from '../../measurement'
import type { FieldValues } from '../../metadata/fields'
import { parseDecimal } from '../text/parseDecimal'
import type { ParSection } from './parSections'

export interface ParAction { readonly name: string; readonly segments: number; readonly technique: Technique; readonly values: readonly NamedValue[] }

const techniques: readonly (readonly [RegExp, Technique])[] = [
  [/\bEIS\b|impedance/i, 'EIS'], [/cyclic voltammetry/i, 'CV'], [/linear (scan|sweep) voltammetry|^potentiodynamic/i, 'LSV'], [/tafel/i, 'TAFEL'],
  [/square wave/i, 'SWV'], [/differential pulse/i, 'DPV'],
  [/open circuit/i, 'OCV'], [/chronoamperometry|^potentiostatic|^constant potential/i, 'CA'],
  [/chronopotentiometry|^galvanostatic|^constant current/i, 'CP']
]

export const textOf = (values: readonly NamedValue[], name: string): string | undefined => {
  const value = values.find((one) => one.name === name)?.value
  return value === undefined ? undefined : String(value)
}
const numberOf = (values: readonly NamedValue[], name: string): number | undefined => {
  const text = textOf(values, name) ?? ''
  const value = parseDecimal(text, text.includes(',') ? ',' : '.')
  return Number.isNaN(value) ? undefined : value
}

/** The steps of the experiment in their order; 'Common' holds what is the same for all and is none. */
export function parActions(sections: readonly ParSection[]): ParAction[] {
  return sections.filter(({ name }) => /^Action[1-9]\d*$/.test(name)).map(({ values }) => {
    const name = textOf(values, 'Name') ?? ''
    return { name, segments: numberOf(values, 'Segments') ?? 1, technique: techniques.find(([pattern]) => pattern.test(name))?.[1] ?? 'OTHER',
      values }
  })
}

/** Which action a segment number (0-based, counted over all actions) belongs to. */
export function actionOf(actions: readonly ParAction[], segment: number): ParAction | undefined {
  let left = segment
  for (const action of actions) {
    if (left < action.segments) return action
    left -= action.segments
  }
  return undefined
}

export function parFields(common: readonly NamedValue[], action: ParAction | undefined): FieldValues {
  const area = numberOf(common, 'Working Electrode Area (cm2)')
  const reference = textOf(common, 'Reference Electrode') ?? ''
  const rate = action && ['CV', 'LSV', 'TAFEL'].includes(action.technique) ? numberOf(action.values, 'Scan Rate (V/s)') : undefined
  const held = action?.technique === 'CA' && textOf(action.values, 'Potential (V),Versus') === 'vs Ref'
    ? numberOf(action.values, 'Potential (V),Value') : undefined
  return {
    ...(area === undefined || area <= 0 ? {} : { area_cm2: area }), ...(reference === '' || /unspecified/i.test(reference) ? {} : { reference }),
    ...(rate === undefined ? {} : { scanRate_mV_s: rate * 1000 }), ...(held === undefined ? {} : { potential_V: held })
  }
}

const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']

/** 'Thursday, July 19, 2018' and '9:40:30 AM'; null where the PC wrote them in another language. */
export function parStart(experiment: readonly NamedValue[]): string | null {
  const date = /([A-Za-z]{3,9}) (\d{1,2}), (\d{4})$/.exec(textOf(experiment, 'DateAcquired') ?? '')
  const time = /^(\d{1,2}):(\d{2}):(\d{2})(?: ([AP])M)?$/i.exec(textOf(experiment, 'TimeAcquired') ?? '')
  const month = date ? months.indexOf(date[1]!.toLowerCase()) : -1
  if (!date || !time || month < 0) return null
  const half = time[4]?.toUpperCase()
  const hour = half ? (Number(time[1]) % 12) + (half === 'P' ? 12 : 0) : Number(time[1])
  const two = (value: number | string): string => String(value).padStart(2, '0')
  return `${date[3]}-${two(month + 1)}-${two(date[2]!)}T${two(hour)}:${time[2]}:${time[3]}`
}
