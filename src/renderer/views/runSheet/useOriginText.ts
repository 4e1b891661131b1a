import { useI18n } from 'vue-i18n'
import type { FieldValue, Sourced } from '@shared/metadata/fields'

type Stated = Pick<Sourced<FieldValue>, 'origin' | 'template'>

/** Which source a value won from; of a file name also the template that read it. */
export function useOriginText() {
  const { t } = useI18n()
  return {
    full: ({ origin, template }: Stated): string => (template === undefined ? t(`runSheet.origin.${origin}`) : t('runSheet.byTemplate', { template })),
    short: ({ origin, template }: Stated): string => (template === undefined ? t(`runSheet.originShort.${origin}`) : t('runSheet.byTemplateShort'))
  }
}
