import type { MeasurementSummary } from './measurement'
import type { ResolvedFields, FieldValues } from './metadata/fields'

export interface Catalyst {
  readonly name: string
  /** #RRGGBB and point shape: the same on every screen, figure and sheet. */
  readonly colour: string
  readonly marker: 'circle' | 'rect' | 'triangle' | 'rectRot' | 'circleOpen' | 'cross' | 'star'
  readonly isNew: boolean
  readonly archived: boolean
}

/**
 * One thing that analyses may use: a measurement of a file, or a reading typed into a run sheet.
 * `revision` changes whenever its numbers or its fields do; recomputation hangs on it alone.
 */
export interface Entry {
  readonly id: string
  /** null: a reading typed in by hand. */
  readonly measurement: MeasurementSummary | null
  readonly fileId: string
  /** Path of the file (of the run sheet for a typed reading), as shown and as printed in `inputs`. */
  readonly path: string
  readonly fields: ResolvedFields
  readonly tags: readonly string[]
  /** Changes whenever its numbers do, whatever is said about them; '' for a typed reading. */
  readonly content: string
  readonly revision: string
}

/** What holds for a whole project unless a nearer origin says otherwise. Absent = not stated, never assumed. */
export interface ProjectDefaults {
  readonly fields: FieldValues
  /** User-editable E° vs SHE (V) by reference name; overrides the shipped table. */
  readonly referencePotentials: Readonly<Record<string, number>>
}

/** What an analysis sees of one catalyst; numbers come through `load`. */
export interface CatalystEntries {
  readonly catalyst: string | null
  /** Entries of this catalyst (all entries for a project- or comparison-wide analysis). */
  readonly entries: readonly Entry[]
  /** Entries without a catalyst: standards, reagent blanks. */
  readonly common: readonly Entry[]
  readonly defaults: ProjectDefaults
}

/** A run-sheet row that names a file which is not in the project, or a name that several files have, or whose reading is lost behind that of an earlier row. */
export interface RowWithoutFile { readonly where: string; readonly file: string; readonly catalyst: string | null; readonly problem: 'none' | 'ambiguous' | 'secondReading' }
