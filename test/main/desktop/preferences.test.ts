import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createPreferences, preferencesSchema } from '../../../src/main/desktop/preferences'

describe('preferences', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rum-preferences-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('of a version before are kept, and what that did not know is added beside them', () => {
    const path = join(folder, 'preferences.json')
    writeFileSync(path, JSON.stringify({ theme: 'dark', language: 'zh-CN' }))
    expect(createPreferences(path).current()).toEqual({ theme: 'dark', language: 'zh-CN' })
    createPreferences(path).change({ figureLanguage: 'en' })
    createPreferences(path).change({ theme: 'light' })
    expect(createPreferences(path).current()).toEqual({ theme: 'light', language: 'zh-CN', figureLanguage: 'en' })
    expect(existsSync(`${path}.damaged`)).toBe(false)
  })

  it('a change of one leaves the others, and nothing else is taken', () => {
    expect(preferencesSchema.partial().parse({ theme: 'dark' })).toEqual({ theme: 'dark' })
    expect(preferencesSchema.partial().safeParse({ figureLanguage: 'fr' }).success).toBe(false)
  })
})
