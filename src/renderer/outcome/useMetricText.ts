import { useI18n } from 'vue-i18n'
import { metricName } from '../text/metricName'

/** Readable name of a metric in the window's language; symbols are the same in all. */
export function useMetricText(): (metric: string) => string {
  const { t, te } = useI18n()
  return (metric) => (te(`card.metric.${metric}`) ? t(`card.metric.${metric}`) : metricName(metric).text)
}
