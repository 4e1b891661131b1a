import { distinctNames } from '../electrochemistry/electrolysis'
import type { Entry } from '../project'
import type { Computed, SettingDefinition, Settings } from './analysis'

const EVERY = 'every file'
/** Where a catalyst has several files of which one is meant: comparisons take a number only where there is one. */
export const fileSetting: SettingDefinition = { key: 'file', label: 'Evaluated', default: EVERY, isFromData: true, isAtHand: true }

interface FilesChosen { readonly entries: readonly Entry[]; /** Of all files, by entry. */ readonly names: ReadonlyMap<string, string>; readonly choices: NonNullable<Computed['choices']> }

/** The file that was chosen, all of them where none was or it is no longer there; with the names to choose from. */
export function filesChosen(all: readonly Entry[], settings: Settings): FilesChosen {
  const names = distinctNames(all)
  const chosen = all.filter(({ id }) => names.get(id) === settings.file)
  return { entries: chosen.length > 0 ? chosen : all, names, choices: { file: [EVERY, ...names.values()] } }
}
