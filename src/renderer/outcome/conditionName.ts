import type { Result } from '@shared/analyses/analysis'
import { english, type Translator } from '../locales/phrases/translator'
import { levelText } from '../text/printedText'
import { adsorbateText, stateText } from '@shared/spectroscopy/adsorbateText'

/** How a condition is called and in which unit its number is, for column heads: potential_V_RHE → E / V vs RHE. */
export interface ConditionName { readonly text: string; readonly unit: string }

const names = new Map<string, ConditionName>([
  ['potential_V_RHE', { text: 'E', unit: 'V vs RHE' }], ['nitrate_M', { text: 'c(NO₃⁻)', unit: 'M' }], ['scan_rate_mV_s',
    { text: 'v', unit: 'mV/s' }],
  ['time_h', { text: 't', unit: 'h' }], ['j_mA_cm2', { text: 'j', unit: 'mA/cm2' }], ['potential_V', { text: 'E as applied', unit: 'V' }], ['set_potential_V_RHE', { text: 'E as set', unit: 'V vs RHE' }],
  ['potential_sd_V', { text: 'sd of E', unit: 'V' }], ['current_mA', { text: 'i', unit: 'mA' }], ['temperature_C', { text: 'T', unit: '°C' }], ['loading_mg_cm2', { text: 'loading', unit: 'mg/cm2' }]
])

export function conditionName(key: string): ConditionName {
  return names.get(key) ?? { text: key.replace(/_/g, ' '), unit: '' }
}

export interface TracedCondition extends ConditionName { readonly key: string; readonly value: string | number }

/** Conditions as they stand beside a number: the scatter of its runs has the number's unit, and its own name in each language. */
export function tracedConditions({ conditions, unit }: Pick<Result, 'conditions' | 'unit'>, scatter: string, words: Translator = english): TracedCondition[] {
  return Object.entries(conditions).map(([key, value]) => key === 'sd' && typeof value === 'number'
    ? { text: scatter, unit, key, value: Number(value.toPrecision(2)) }
    : { ...conditionName(key), text: words.text(conditionName(key).text), key, value: typeof value === 'string' && !namesOfUsers.has(key) ? words.label(value) : value })
}

/** Conditions whose value is the name of a metric: what is correlated with what. */
const metricConditions: ReadonlySet<string> = new Set(['x', 'y'])
/** Those whose value is a species or a state of a reaction. */
const stateConditions: ReadonlySet<string> = new Set(['species', 'from', 'to', 'analyte', 'basis', 'pathway'])

/** Those that somebody named: they are never translated. */
const namesOfUsers: ReadonlySet<string> = new Set(['run', 'replicate', 'calibration', 'file', 'component', 'catalyst'])

/** A condition that is a word, as it is printed: '*NO3' → '*NO₃', 'G band' as it is. */
export function conditionText(key: string, value: string, nameOfMetric: (metric: string) => string, words: Translator = english): string {
  if (metricConditions.has(key)) return nameOfMetric(value).replace(/_/g, '')
  if (namesOfUsers.has(key)) return value
  const printed = levelText(stateConditions.has(key) ? stateText(value) : adsorbateText(value))
  return words.label(key === 'analyte' && /^NO[₂₃]$/.test(printed) ? `${printed}⁻` : key === 'method' && printed === 'RAMAN' ? 'Raman' : printed)
}
