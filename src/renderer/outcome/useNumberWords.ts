import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Result } from '@shared/analyses/analysis'
import { formatQuantity } from '../text/formatQuantity'
import { useMetricText } from './useMetricText'

/** What the numbers of a table say of themselves. */
export interface NumberWords {
  readonly hint: string
  readonly label: (result: Result) => string
}

/** The catalogue is asked once for a whole table: to ask it twice for each of hundreds of numbers took longer than to draw them. */
export function useNumberWords(): ComputedRef<NumberWords> {
  const { t } = useI18n()
  const metricText = useMetricText()
  return computed(() => {
    const [metricPlace, valuePlace] = ['\u0001', '\u0002']
    const sentence = t('card.whereFrom', { metric: metricPlace, value: valuePlace })
    return {
      hint: t('card.whereFromHint'),
      label: ({ metric, value, u, unit }) => sentence.replace(metricPlace, () => plain(metricText(metric))).replace(valuePlace, () => plain(formatQuantity(value, u, unit)))
    }
  })
}

/** Read aloud, a subscript has no mark before it. */
const plain = (text: string): string => text.replace(/_/g, '')
