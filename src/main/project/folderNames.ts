import type { FolderNames } from '../../shared/api'
import { nameTemplate, parseTemplate, type NameTemplate } from '../../shared/metadata/nameTemplate/parseTemplate'
import { readByTemplate } from '../../shared/metadata/nameTemplate/readByTemplate'
import { parsePattern, patternOf, type NamePattern } from '../../shared/namePattern'
import { nameOfPath, partsBelow } from '../../shared/storedPath'
import { ignoredByName } from '../ingest/ignoreName'
import { forgetNewCatalysts, readCatalysts } from '../store/catalysts'
import type { Driver } from '../store/driver'
import { readSetting, readSettings, writeSetting } from '../store/settings'

/** Key: the path of the folder, so that its files keep what they are when it is not watched any more. */
const scope = 'folderNames'
export const noNames: FolderNames = { template: null, ignore: [] }

function namesOf(stored: unknown): FolderNames {
  if (typeof stored !== 'object' || stored === null) return noNames
  const { template, ignore } = stored as { template?: unknown; ignore?: unknown }
  return { template: typeof template === 'string' ? template : null, ignore: Array.isArray(ignore) ? ignore.filter((one) => typeof one === 'string') : [] }
}

export const readFolderNames = (driver: Driver, folder: string): FolderNames => namesOf(readSetting(driver, scope, folder))

/** The template of each folder that has one. */
export function readTemplates(driver: Driver): ReadonlyMap<string, string> {
  return new Map([...readSettings(driver, scope)].flatMap(([folder, stored]) => {
    const { template } = namesOf(stored)
    return template === null ? [] : [[folder, template] as const]
  }))
}

export const templateOf = (templates: ReadonlyMap<string, string>, folder: string | null): NameTemplate | null => {
  const text = folder === null ? undefined : templates.get(folder)
  return text === undefined ? null : nameTemplate(text)
}

/** As they are kept; throws one sentence where the template or a pattern is none. Empty ones are none at all. */
export function checkedNames({ template, ignore }: FolderNames): FolderNames {
  const text = template?.trim() ?? ''
  const parsed = text === '' ? null : parseTemplate(text)
  if (parsed && 'problem' in parsed) throw new RangeError(parsed.problem.text)
  const patterns = ignore.filter((one) => one.trim() !== '').map((one) => {
    const pattern = parsePattern(one)
    if ('problem' in pattern) throw new RangeError(pattern.problem.text)
    return pattern.text
  })
  return { template: parsed?.text ?? null, ignore: [...new Set(patterns)] }
}

const compiledPatterns = (texts: readonly string[]): NamePattern[] => texts.flatMap((text) => {
  const pattern = parsePattern(text)
  return 'problem' in pattern ? [] : [pattern]
})

/** Which pattern of a folder leaves a file out. What is ignored by its name alone is so everywhere, and its reason stays. */
export function folderRule(folder: string, ignore: readonly string[]): (path: string) => string | null {
  const patterns = compiledPatterns(ignore)
  if (patterns.length === 0) return () => null
  return (path) => {
    const below = partsBelow(folder, path)
    return below === null || ignoredByName(nameOfPath(path)) !== null ? null : patternOf(patterns, below)?.text ?? null
  }
}

export interface FolderRules { ignoredBy(folder: string | null, path: string): string | null; /** They were changed. */ forget(): void }

/** Asked for with every file. */
export function createFolderRules(driver: Driver): FolderRules {
  const rules = new Map<string, (path: string) => string | null>()
  return {
    ignoredBy(folder, path) {
      if (folder === null) return null
      let rule = rules.get(folder)
      if (!rule) rules.set(folder, rule = folderRule(folder, readFolderNames(driver, folder).ignore))
      return rule(path)
    },
    forget: () => rules.clear()
  }
}

/** Keeps the names of a folder and leaves out, or takes in, the places that its patterns now say; returns what was before. */
export function writeFolderNames(driver: Driver, folder: string, names: FolderNames): FolderNames {
  const before = readFolderNames(driver, folder)
  if (before.template !== null && before.template !== names.template) forgetNewCatalysts(driver, catalystsBy(driver, folder, before.template))
  writeSetting(driver, scope, folder, names.template === null && names.ignore.length === 0 ? null : names)
  applyPatterns(driver, folder)
  return before
}

const inFolder = '(folderId = (SELECT id FROM folders WHERE path = ?) OR (folderId IS NULL AND root = ?))'

/** What the template calls catalysts: once it is gone, a name of those words elsewhere means nothing again. */
function catalystsBy(driver: Driver, folder: string, text: string): ReadonlySet<string> {
  const template = nameTemplate(text)
  const known = readCatalysts(driver).map(({ name }) => name)
  const paths = template ? driver.all<{ path: string }>(`SELECT path FROM locations WHERE ${inFolder} AND fileId IN (SELECT fileId FROM measurements)`, [folder, folder]) : []
  return new Set(paths.flatMap(({ path }) => {
    const read = readByTemplate(nameOfPath(path), template!, known)
    return 'facts' in read ? read.facts.fields.catalyst ?? [] : []
  }))
}

interface KnownPlace { readonly path: string; readonly ignoredBy: string | null; readonly fileId: string }

/** Nothing is read for it: what came in before is there again; what was never read is looked at like a new file. */
export function applyPatterns(driver: Driver, folder: string): void {
  const ignoredBy = folderRule(folder, readFolderNames(driver, folder).ignore)
  const places = driver.all<KnownPlace>(`SELECT path, ignoredBy, fileId FROM locations WHERE ${inFolder}`, [folder, folder])
  driver.transaction(() => {
    for (const { path, ignoredBy: before, fileId } of places) {
      const now = ignoredBy(path)
      if (now === before) continue
      driver.run('UPDATE locations SET ignoredBy = ? WHERE path = ?', [now, path])
      if (now === null && driver.run("UPDATE files SET status = 'waiting' WHERE id = ? AND sha256 = '' AND status = 'ignored' AND reason IS NULL AND userIgnored = 0", [fileId]) > 0) {
        driver.run('UPDATE locations SET mtimeMs = -1 WHERE fileId = ?', [fileId])
      }
    }
  })
}
