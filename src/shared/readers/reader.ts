import type { Measurement } from '../measurement'
import type { FieldKey, FieldValues } from '../metadata/fields'

/** What recognition may look at: the name and the first 64 KiB (whole file if shorter). */
export interface FileHead {
  readonly name: string
  readonly bytes: Uint8Array
  readonly size: number
}

export interface ReadableFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** A file of another name in the same folder (BES3T pairs, POSCAR beside DOSCAR). */
  readonly sibling?: (name: string) => Uint8Array | undefined
  /** What the user told us of a generic table's columns. */
  readonly columnNames?: readonly TableColumnChoice[]
}

/**
 * What the user said of one column. `table` is the place of its measurement among those of the file; choices of older programs have none
 * and are meant for every table of numbers.
 */
export interface TableColumnChoice { readonly table?: number; readonly column: number; readonly name: string; readonly quantity: string; readonly unit: string }

/** certain: an unmistakable marker · likely: layout and words fit · possible: only a table of numbers. The highest wins; a tie of two is asked. */
export type Confidence = 'certain' | 'likely' | 'possible'
export interface Recognition { readonly confidence: Confidence; readonly why: string; readonly version?: string }

/** One row of a run sheet: what it says, and what could not be used of it. */
export interface RunSheetRow {
  /** 1-based as the spreadsheet program shows it. */
  readonly row: number
  readonly fields: FieldValues
  readonly tags: readonly { readonly name: string; readonly value: string }[]
  readonly unread?: readonly UnreadCell[]
}
/** A cell of a field that cannot be used: the field is stated all the same, and nothing lower may be taken in its place. */
export interface UnreadCell { readonly field: FieldKey; readonly name: string; readonly value: string }
export interface CellProblem {
  readonly row: number
  readonly column: string
  readonly text: string
  /** To be seen, but nothing is wrong with the file. */
  readonly isNotice?: true
}

export interface ReadResult {
  readonly measurements: readonly Measurement[]
  /** Only the run-sheet reader fills these. */
  readonly rows?: readonly RunSheetRow[]
  readonly problems?: readonly CellProblem[]
  /** This file holds only a part that is read with the named file beside it (BES3T .DTA with its .DSC): then there are no measurements. */
  readonly companionOf?: string
}

export interface Reader {
  readonly id: string
  /** 'EC-Lab text (.mpt)' */
  readonly format: string
  readonly vendor: string
  readonly recognises: (head: FileHead) => Recognition | null
  /** Looks into archives (zip, tar …), or knows one by its name; no other reader is asked of them. */
  readonly opensArchives?: true
  /** Takes any table: asked only where no other reader is certain. */
  readonly isLastResort?: true
  /** People write such files themselves, in an editor that may leave out the last line end. */
  readonly isWrittenByHand?: true
  /** Throws ReadError with one sentence for a chemist; never anything else on bad input. */
  readonly read: (file: ReadableFile) => ReadResult
}

/** One sentence: what is wrong and what to do; `place` is the line, cell or byte. */
export class ReadError extends Error {
  constructor(message: string, readonly place: { readonly line?: number; readonly cell?: string; readonly byte?: number } = {}) {
    super(message)
    this.name = 'ReadError'
  }
}

/** Only reading showed that the file is none of this format: it is listed as unrecognised, not as damaged. */
export class NotRecognised extends ReadError {}
