import type { SettingValue } from '@shared/analyses/analysis'
import type { AnalysisInfo } from '@shared/api'
import { formatNumber } from '../text/formatNumber'
import { unitText } from '../text/unitText'

export type Setting = AnalysisInfo['settings'][number]

/** '0.53 mA cm⁻²', 'automatic', 'threshold', 'r2@40'. */
export function settingText({ unit, zero }: Pick<Setting, 'unit' | 'zero'>, value: SettingValue, none: string): string {
  if (value === 0 && zero !== undefined) return zero
  if (typeof value === 'number') return unit ? `${formatNumber(value)} ${unitText(unit)}` : formatNumber(value)
  // A table that was filled in: its rows apart.
  return value === '' ? none : String(value).replace(/\t+/g, ' ').replaceAll('\n', ' | ')
}
