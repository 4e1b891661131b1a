import type { FieldKey, FieldValue } from './metadata/fields'

/** One file of a folder and what its name would state. */
export interface PreviewedName {
  /** From the watched folder on. */
  readonly path: string
  readonly fields: readonly { readonly key: FieldKey; readonly value: FieldValue; /** A catalyst that the project does not know yet. */ readonly isNew?: boolean }[]
  /** One sentence why the template does not fit; null where it does, or where there is none. */
  readonly misfit: string | null
  /** The pattern that would leave it out. */
  readonly ignoredBy: string | null
}

/** What a template and patterns would make of the files that a folder is known to hold. */
export interface FolderPreview {
  /** Files of which one can tell: of those with measurements whether the template fits. */
  readonly measured: number
  readonly fitting: number
  readonly files: number
  readonly ignored: number
  /** More files are there than were looked at. */
  readonly isPart: boolean
  readonly names: readonly PreviewedName[]
}
