import { computed, shallowRef, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { english, translator, type Translator } from './translator'

const chinese = shallowRef<Translator | null>(null)

/** The catalogue is fetched when the window first becomes Chinese; before that a window in English holds none of it. */
export async function loadWords(language: string): Promise<void> {
  if (language === 'zh-CN' && chinese.value === null) chinese.value = translator((await import('../zhCN')).catalogue)
}

/** What analyses, checks and readers say, in the window's language. */
export function useWords(): ComputedRef<Translator> {
  const { locale } = useI18n()
  return computed(() => (locale.value === 'zh-CN' && chinese.value ? chinese.value : english))
}
