import type { SettingValue } from '../../shared/analyses/analysis'
import { fieldDefinitions, type FieldValue } from '../../shared/metadata/fields'
import type { ProjectDefaults } from '../../shared/project'
import type { Driver } from '../store/driver'
import { readSettings } from '../store/settings'
import { analysisScope, defaultScope, ownScope, readerScope, referenceScope } from './changes'

/** The project's defaults as analyses see them; a value of the wrong type (an older program's) is left out. */
export function readDefaults(driver: Driver): ProjectDefaults {
  const stored = readSettings(driver, defaultScope)
  const fields: Record<string, FieldValue> = {}
  for (const { key, kind } of fieldDefinitions) {
    const value = stored.get(key)
    if (typeof value === (kind === 'number' ? 'number' : 'string')) fields[key] = value as FieldValue
  }
  const referencePotentials: Record<string, number> = {}
  for (const [name, value] of readSettings(driver, referenceScope)) if (typeof value === 'number') referencePotentials[name] = value
  return { fields: fields as ProjectDefaults['fields'], referencePotentials }
}

/** Which of equally sure readers is right, by question. */
export const readerAnswers = (driver: Driver): Record<string, string> =>
  Object.fromEntries([...readSettings(driver, readerScope)].flatMap(([question, reader]) => (typeof reader === 'string' ? [[question, reader]] : [])))

/** Settings of an analysis that differ from its defaults: those of all catalysts, then those of this one. */
export function readOverrides(driver: Driver, analysisId: string, catalyst: string | null): Map<string, SettingValue> {
  const overrides = new Map<string, SettingValue>()
  const stored = [...readSettings(driver, analysisScope(analysisId)), ...(catalyst === null ? [] : readSettings(driver, ownScope(analysisId, catalyst)))]
  for (const [key, value] of stored) {
    if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') overrides.set(key, value)
  }
  return overrides
}

/** What the user set of all analyses at once. */
export interface Overrides {
  common(analysis: string): ReadonlyMap<string, SettingValue> | undefined
  own(analysis: string, catalyst: string): ReadonlyMap<string, SettingValue> | undefined
  /** By 'analysis' or 'analysis@catalyst': equal texts, equal settings. */
  readonly texts: Readonly<Record<string, string>>
}

export function readAllOverrides(driver: Driver): Overrides {
  const scopes = new Map<string, Map<string, SettingValue>>()
  for (const { scope, key, value } of driver.all<{ scope: string; key: string; value: string }>(`SELECT scope, key, value FROM settings WHERE scope LIKE '${analysisScope('')}%' ORDER BY scope, key`)) {
    const parsed = JSON.parse(value) as unknown
    if (typeof parsed !== 'number' && typeof parsed !== 'string' && typeof parsed !== 'boolean') continue
    const name = scope.slice(analysisScope('').length)
    scopes.set(name, (scopes.get(name) ?? new Map<string, SettingValue>()).set(key, parsed))
  }
  return {
    common: (analysis) => scopes.get(analysis), own: (analysis, catalyst) => scopes.get(`${analysis}@${catalyst}`),
    texts: Object.fromEntries([...scopes].map(([name, values]) => [name, JSON.stringify([...values])]))
  }
}
