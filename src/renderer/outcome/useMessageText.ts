import { useI18n } from 'vue-i18n'
import type { Message } from '@shared/message'

/** A message in the window's language, or in its own English where the catalogue does not have it. */
export function useMessageText(): (message: Message) => string {
  const { t, te } = useI18n()
  return ({ id, text, params }) => (te(id) ? t(id, { ...params }) : text)
}
