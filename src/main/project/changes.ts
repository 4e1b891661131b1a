import type { Command, FolderNames } from '../../shared/api'
import type { FieldKey, FieldValue } from '../../shared/metadata/fields'
import type { Catalyst } from '../../shared/project'
import type { TableColumnChoice } from '../../shared/readers/reader'
import { nameOfPath } from '../../shared/storedPath'
import { addCatalyst, readCatalysts, updateCatalyst } from '../store/catalysts'
import type { Driver } from '../store/driver'
import { readFile, writeFile } from '../store/files'
import { readSetting, writeSetting } from '../store/settings'
import { checkedNames, writeFolderNames } from './folderNames'

/** A primitive change of the project: each knows its own inverse, so undo needs no second code path. */
export type Change =
  | { readonly kind: 'edit'; readonly entryId: string; readonly field: FieldKey; readonly value: FieldValue | null }
  | { readonly kind: 'setting'; readonly scope: string; readonly key: string; readonly value: unknown }
  | { readonly kind: 'catalyst'; readonly catalyst: Catalyst }
  | { readonly kind: 'columns'; readonly fileId: string; readonly columns: readonly TableColumnChoice[] | null }
  | { readonly kind: 'reader'; readonly fileId: string; readonly reader: string | null }
  | { readonly kind: 'ignore'; readonly fileId: string; readonly ignore: boolean }
  | { readonly kind: 'acknowledge'; readonly finding: string; readonly reason: string | null }
  | { readonly kind: 'folderNames'; readonly folder: string; readonly names: FolderNames }

export const defaultScope = 'default'
export const referenceScope = 'reference'
/** Key: which readers were equally sure; value: the one that is right. */
export const readerScope = 'readers'
export const analysisScope = (id: string): string => `analysis:${id}`
/** What holds for one catalyst only. */
export const ownScope = (id: string, catalyst: string): string => `analysis:${id}@${catalyst}`

export function changesOf(command: Command, driver: Driver): Change[] {
  switch (command.kind) {
    case 'setField':
      return command.entries.map((entryId) => ({ kind: 'edit', entryId, field: command.field, value: command.value }))
    case 'setCells':
      return command.cells.map(({ entry, field, value }) => ({ kind: 'edit', entryId: entry, field, value }))
    case 'setDefault':
      return [{ kind: 'setting', scope: defaultScope, key: command.field, value: command.value }]
    case 'setReferencePotential':
      return [{ kind: 'setting', scope: referenceScope, key: command.reference, value: command.potential_V }]
    case 'setAnalysisSetting':
      return settingChanges(command, driver)
    case 'setCatalyst': {
      addCatalyst(driver, command.name, false)
      const catalyst = readCatalysts(driver).find(({ name }) => name === command.name)!
      const { colour = catalyst.colour, marker = catalyst.marker, archived = catalyst.archived } = command
      return [{ kind: 'catalyst', catalyst: { ...catalyst, colour, marker, archived, isNew: false } }]
    }
    case 'nameColumns':
      return command.fileIds.map((fileId) => ({ kind: 'columns', fileId, columns: command.columns }))
    case 'chooseReader':
      return command.question === undefined ? command.fileIds.map((fileId) => ({ kind: 'reader', fileId, reader: command.reader }))
        : [{ kind: 'setting', scope: readerScope, key: command.question, value: command.reader }]
    case 'ignoreFiles':
      return command.fileIds.map((fileId) => ({ kind: 'ignore', fileId, ignore: command.ignore }))
    case 'acknowledge':
      return command.findings.map((finding) => ({ kind: 'acknowledge', finding, reason: command.reason }))
    case 'setFolderNames':
      return [{ kind: 'folderNames', folder: pathOfFolder(driver, command.folder), names: checkedNames(command.names) }]
  }
}

function pathOfFolder(driver: Driver, id: string): string {
  const path = driver.get<{ path: string }>('SELECT path FROM folders WHERE id = ?', [id])?.path
  if (path === undefined) throw new RangeError('That folder is not watched any more.')
  return path
}

function settingChanges({ analysis, key, value, catalyst, also = {} }: Extract<Command, { kind: 'setAnalysisSetting' }>, driver: Driver): Change[] {
  const values: readonly (readonly [string, unknown])[] = [[key, value], ...Object.entries(also)]
  const scope = catalyst === undefined ? analysisScope(analysis) : ownScope(analysis, catalyst)
  const ended = catalyst !== undefined ? [] : readCatalysts(driver).flatMap(({ name }) => values.flatMap(([own]) =>
    (readSetting(driver, ownScope(analysis, name), own) === undefined ? [] : [{ kind: 'setting' as const, scope: ownScope(analysis, name), key: own, value: null }])))
  return [...values.map(([own, wanted]) => ({ kind: 'setting' as const, scope, key: own, value: wanted })), ...ended]
}

/** Those of files that have not gone since: bytes of another file may have come to their place. */
export const stillPossible = (changes: readonly Change[], driver: Driver): Change[] => changes.filter((change) => !('fileId' in change) || readFile(driver, change.fileId) !== undefined)

/** Applies a change and returns the change that takes it back. */
export function applyChange(driver: Driver, change: Change, at: string): Change {
  switch (change.kind) {
    case 'edit': {
      const old = driver.get<{ value: string }>('SELECT value FROM edits WHERE entryId = ? AND field = ?', [change.entryId, change.field])
      if (change.value === null) driver.run('DELETE FROM edits WHERE entryId = ? AND field = ?', [change.entryId, change.field])
      else driver.run('INSERT INTO edits VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value', [change.entryId, change.field, JSON.stringify(change.value)])
      return { ...change, value: old ? (JSON.parse(old.value) as FieldValue) : null }
    }
    case 'setting': {
      const old = readSetting(driver, change.scope, change.key) ?? null
      writeSetting(driver, change.scope, change.key, change.value)
      return { ...change, value: old }
    }
    case 'catalyst': {
      // It may have gone meanwhile, where nothing named it any more.
      addCatalyst(driver, change.catalyst.name, true)
      const old = readCatalysts(driver).find(({ name }) => name === change.catalyst.name)!
      updateCatalyst(driver, change.catalyst)
      return { kind: 'catalyst', catalyst: old }
    }
    case 'columns':
    case 'reader':
    case 'ignore': {
      const file = readFile(driver, change.fileId)
      if (!file) throw new RangeError('That file is no longer in the project.')
      if (change.kind === 'columns') writeFile(driver, { ...file, columnNames: change.columns })
      else if (change.kind === 'reader') writeFile(driver, { ...file, chosenReader: change.reader })
      else writeFile(driver, { ...file, userIgnored: change.ignore, status: change.ignore ? 'ignored' : file.status })
      if (change.kind === 'columns') return { ...change, columns: file.columnNames }
      return change.kind === 'reader' ? { ...change, reader: file.chosenReader } : { ...change, ignore: file.userIgnored }
    }
    case 'acknowledge': {
      const old = driver.get<{ reason: string }>('SELECT reason FROM acknowledgements WHERE finding = ?', [change.finding])
      if (change.reason === null) driver.run('DELETE FROM acknowledgements WHERE finding = ?', [change.finding])
      else driver.run('INSERT INTO acknowledgements VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET reason = excluded.reason, at = excluded.at', [change.finding, change.reason, at])
      return { ...change, reason: old?.reason ?? null }
    }
    case 'folderNames':
      return { ...change, names: writeFolderNames(driver, change.folder, change.names) }
  }
}

/** Files that must be read again after these changes. */
export const filesToRead = (changes: readonly Change[], driver: Driver): string[] => [
  ...new Set(changes.flatMap((change) => {
    if (change.kind === 'columns' || change.kind === 'reader' || change.kind === 'ignore') return [change.fileId]
    return change.kind === 'setting' && change.scope === readerScope ? filesOfQuestion(driver, change.key) : []
  }))
]

/** Those that wait for the answer, and those that were read as the answer before. */
function filesOfQuestion(driver: Driver, question: string): string[] {
  const ids = question.slice(0, question.lastIndexOf('.')).split('|')
  return driver.all<{ id: string }>(
    `SELECT id FROM files WHERE chosenReader IS NULL AND ((reader IS NULL AND format IS NOT NULL) OR reader IN (${ids.map(() => '?').join(', ')}))`, ids).map(({ id }) => id)
}

export function labelOf(command: Command, driver: Driver): string {
  switch (command.kind) {
    case 'setField': {
      const many = command.entries.length > 1 ? ` of ${command.entries.length} entries` : ''
      return command.value === null ? `clear ${command.field}${many}` : `set ${command.field}${many} to ${command.value}`
    }
    case 'setCells': return `paste ${command.cells.length} cells`
    case 'setDefault': return command.value === null ? `clear the project's ${command.field}` : `set the project's ${command.field} to ${command.value}`
    case 'setReferencePotential': return `set E° of ${command.reference}`
    case 'setAnalysisSetting': return `set ${command.key} of ${command.analysis}${command.catalyst === undefined ? '' : ` for ${command.catalyst}`}`
    case 'setCatalyst': return `change catalyst ${command.name}`
    case 'nameColumns': return `name columns${ofFiles(command.fileIds)}`
    case 'chooseReader': return `read${command.fileIds.length > 1 ? ` ${command.fileIds.length} files` : ''} as ${command.reader ?? 'recognised'}`
    case 'ignoreFiles': return `${command.ignore ? 'ignore' : 'use'} ${command.fileIds.length} file(s)`
    case 'setFolderNames': return `set how the names of ${nameOfPath(pathOfFolder(driver, command.folder))} are read`
    case 'acknowledge': {
      const { length } = command.findings
      if (command.reason === null) return length > 1 ? `withdraw ${length} acknowledgements` : 'withdraw acknowledgement'
      return length > 1 ? `acknowledge ${length} findings` : 'acknowledge finding'
    }
  }
}

const ofFiles = (ids: readonly string[]): string => (ids.length > 1 ? ` of ${ids.length} files` : '')
