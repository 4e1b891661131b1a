import type { SettingValue } from '@shared/analyses/analysis'
import type { AnalysisInfo } from '@shared/api'
import { formatNumber } from '../text/formatNumber'
import { english, type Translator } from '../locales/phrases/translator'
import { unitText } from '../text/unitText'

export type Setting = AnalysisInfo['settings'][number]

/** The label of a setting without the example of what is typed: ', as 10; 40'. */
export const shortLabel = (label: string): string => label.replace(/, as .*|，如 .*/, '')

/** '0.53 mA cm⁻²', 'automatic', 'threshold', 'r2@40'. */
export function settingText({ unit, zero }: Pick<Setting, 'unit' | 'zero'>, value: SettingValue, none: string, words: Translator = english): string {
  if (value === 0 && zero !== undefined) return words.text(zero)
  if (typeof value === 'number') return unit ? `${formatNumber(value)} ${unitText(unit)}` : formatNumber(value)
  // A table that was filled in: its rows apart.
  return value === '' ? none : words.label(String(value).replace(/\t+/g, ' ').replaceAll('\n', ' | '))
}
