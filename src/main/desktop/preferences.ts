import { z } from 'zod'
import { figureLanguages, type Preferences } from '../../shared/api'
import { settingsFile } from './settingsFile'

export const preferencesSchema = z.strictObject({ theme: z.enum(['system', 'light', 'dark']), language: z.enum(['system', 'en', 'zh-CN']), figureLanguage: z.enum(figureLanguages).optional(), background: z.boolean().optional(), notifications: z.boolean().optional(), startAtLogin: z.boolean().optional() })

export interface PreferenceStore { current(): Preferences; change(change: Partial<Preferences>): Preferences }

/** Theme, languages and what goes on without a window, the same for every project. */
export function createPreferences(path: string): PreferenceStore {
  const file = settingsFile<Preferences>(path, preferencesSchema, { theme: 'system', language: 'system' })
  let preferences = file.read()
  return {
    current: () => preferences,
    change(change) {
      preferences = { ...preferences, ...change }
      file.write(preferences)
      return preferences
    }
  }
}

/** The language to speak: the one chosen, else the system's if the app has it, else English. */
export function spokenLanguage(preferences: Preferences, systemLocale: string): 'en' | 'zh-CN' {
  if (preferences.language !== 'system') return preferences.language
  return systemLocale.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}
