import { cleanCatalystName } from '../../shared/metadata/catalystName'
import { readByTemplate } from '../../shared/metadata/nameTemplate/readByTemplate'
import { nameOfPath } from '../../shared/storedPath'
import type { LocationRecord } from '../store/files'
import { templateOf } from './folderNames'
import { rootOf } from './rootOf'
import type { StoredParts } from './storedParts'

interface Read { readonly of: string; readonly catalyst: string | undefined }

/**
 * The catalysts that file names bring in by the template of their folder, beside those that are known: any text can be one there. A name of
 * the same words elsewhere means it, too, so they are known before the first name is read.
 */
export function createCatalystsOfNames(): (parts: StoredParts, templates: ReadonlyMap<string, string>, known: readonly string[]) => string[] {
  const reads = new WeakMap<LocationRecord, Read>()
  return ({ files, folders }, templates, known) => {
    const spelled = new Set(known.map(folded))
    const key = known.join('\n')
    const found = new Map<string, string>()
    for (const { place, copies, measurements } of files.values()) {
      if (measurements.length === 0) continue
      for (const one of [place, ...copies]) {
        const template = templateOf(templates, rootOf(one, folders))
        if (!template) continue
        const of = `${template.text}\n${key}`
        let read = reads.get(one)
        if (read?.of !== of) reads.set(one, read = { of, catalyst: catalystOf(readByTemplate(nameOfPath(one.path), template, known)) })
        if (read.catalyst !== undefined && !spelled.has(folded(read.catalyst))) found.set(folded(read.catalyst), smaller(found.get(folded(read.catalyst)), read.catalyst))
      }
    }
    return [...found.values()].sort()
  }
}

const folded = (name: string): string => cleanCatalystName(name).toLowerCase()
/** Of two spellings the same one, in whatever order their files come. */
const smaller = (before: string | undefined, name: string): string => (before !== undefined && before < name ? before : name)
const catalystOf = (read: ReturnType<typeof readByTemplate>): string | undefined => ('facts' in read ? read.facts.fields.catalyst : undefined)
