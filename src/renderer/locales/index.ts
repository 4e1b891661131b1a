import { createI18n } from 'vue-i18n'
import { messages as cards } from '../outcome/messages'
import { analysisTitlesZhCN } from './analysisTitlesZhCN'
import { en } from './en'
import { zhCN } from './zh-CN'

export const i18n = createI18n({
  legacy: false, locale: 'en', fallbackLocale: 'en', missingWarn: false, fallbackWarn: false,
  messages: { en: { ...en, ...cards.en }, 'zh-CN': { ...zhCN, ...cards['zh-CN'], analysis: analysisTitlesZhCN } }
})
