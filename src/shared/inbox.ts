import type { Entry } from './project'
import type { TableColumnChoice } from './readers/reader'

/** What the window is told of files: part of the contract in api.ts. */
export const fileStatuses = ['ok', 'partial', 'duplicate', 'ignored', 'unrecognised', 'error', 'waiting', 'missing'] as const
export type FileStatus = (typeof fileStatuses)[number]

/** What the Inbox says of a file: one that several formats fit is no failure, it waits for its user's answer. */
export const inboxStates = [...fileStatuses, 'asks'] as const
export type InboxState = (typeof inboxStates)[number]
export const inboxState = ({ status, format }: Pick<InboxRow, 'status' | 'format'>): InboxState => (status === 'unrecognised' && format !== null ? 'asks' : status)

export interface InboxRow {
  readonly id: string
  readonly path: string
  readonly name: string
  readonly folderId: string | null
  readonly status: FileStatus
  /** Why: what went wrong and what to do; or for a duplicate the original's path. */
  readonly reason: string | null
  readonly format: string | null
  readonly reader: string | null
  /** Why this reader was chosen. */
  readonly recognisedBecause: string | null
  readonly techniques: readonly string[]
  readonly catalyst: string | null
  readonly bytes: number
  /** '' for a file that was never opened. */
  readonly sha256: string
  readonly at: string
  /** The pattern of its folder that leaves it out. */
  readonly ignoredBy: string | null
  /** A quiet remark: the template of its folder does not fit its name. */
  readonly note: string | null
}

/** A watched folder may hold half a million files: the window asks for the rows that it shows. */
export interface InboxQuery {
  readonly status: InboxState | null
  readonly search: string
  readonly most: number
  /** Texts of `inboxTexts` that hold the search as the window shows them, in another language. */ readonly texts?: readonly string[] | undefined
  /** Only the files of these. */ readonly entries?: readonly string[] | undefined
  /** Only files with a measurement that no catalyst has. */ readonly withoutCatalyst?: boolean | undefined
}
export interface InboxPage {
  readonly rows: readonly InboxRow[]
  /** How many rows the query leaves. */
  readonly total: number
  /** How many there are without it, and of which state. */
  readonly files: number
  readonly counts: readonly { readonly status: InboxState; readonly count: number }[]
  readonly withoutCatalyst: number
}

/** A problem with its place: cell of a run sheet, line of a file. */
export interface Problem { readonly fileId: string; readonly path: string; readonly place: string; readonly text: string }

export interface FileDetail {
  readonly row: InboxRow
  readonly locations: readonly string[]
  readonly sha256: string
  readonly entries: readonly Entry[]
  readonly problems: readonly Problem[]
  /** First lines of a text file, or of each sheet. */
  readonly preview: readonly { readonly sheet: string | null; readonly lines: readonly string[] }[]
  /** What was said of the columns of its tables; null where only the format says what they are. */
  readonly columnNames: readonly TableColumnChoice[] | null
  /** What it may be read as: chosen by hand or null; which formats are equally sure, with the question that an answer settles; every format there is. */
  readonly reading: {
    readonly chosen: string | null
    readonly question: string | null
    readonly answer: string | null
    readonly rivals: readonly { readonly id: string; readonly format: string; readonly why: string }[]
    readonly formats: readonly { readonly id: string; readonly format: string }[]
  }
}

/** What several files of the Inbox have in common, for what is done to all of them at once. Of each field, the different values. */
export interface FilesInCommon {
  readonly fileIds: readonly string[]
  /** Their measurements and readings. */
  readonly entries: readonly string[]
  readonly catalysts: readonly (string | null)[]
  /** Readers chosen by hand. */
  readonly readers: readonly (string | null)[]
  /** The first of them. */
  readonly first: FileDetail
  /** Where all hold the same tables, with the same columns, whose columns can be named: of each table in them, its entries and their techniques. Else null. */
  readonly tables: readonly { readonly entries: readonly string[]; readonly techniques: readonly (string | null)[] }[] | null
}
