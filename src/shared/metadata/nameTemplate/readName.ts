import type { Message } from '../../message'
import { parseName, type NameFacts } from '../parseName'
import type { NameTemplate } from './parseTemplate'
import { readByTemplate } from './readByTemplate'

/** `template` is the text of the one that read the name; `misfit` says why the folder's could not. */
export interface ReadName extends NameFacts { readonly template?: string; readonly misfit?: Message }

/** What a file's name states: by the template of its folder where it fits, else by its words. */
export function readName(name: string, template: NameTemplate | null | undefined, catalysts: readonly string[]): ReadName {
  if (!template) return parseName(name, catalysts)
  const read = readByTemplate(name, template, catalysts)
  return 'facts' in read ? { ...read.facts, template: template.text } : { ...parseName(name, catalysts), misfit: read.misfit }
}
