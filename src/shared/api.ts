import type { Finding, Outcome, SettingDefinition, Settings, SettingValue, Tab } from './analyses/analysis'
import type { ReferenceElectrode } from './electrochemistry/referencePotentials'
import type { FolderPreview } from './folderPreview'
import type { FileDetail, FilesInCommon, InboxPage, InboxQuery, InboxRow, Problem } from './inbox'
import type { FieldKey, FieldValue } from './metadata/fields'
import type { Range } from './numerics/range'
import type { Catalyst, Entry, ProjectDefaults } from './project'
import type { TableColumnChoice } from './readers/reader'

/** The whole contract between the window and the program. Paths never come from the window: files and folders are ids. */
export type { TableColumnChoice }
export type { FolderPreview, PreviewedName } from './folderPreview'
export * from './inbox'

export interface RecentProject { readonly id: string; readonly name: string; readonly folder: string; readonly openedAt: string; readonly exists: boolean }

export interface WatchStatus {
  readonly state: 'watching' | 'paused' | 'trouble' | 'none'
  /** One sentence when in trouble. */
  readonly reason: string | null
}

export interface Progress {
  readonly task: string
  readonly label: string
  readonly done: number
  /** null: not known yet. */
  readonly total: number | null
  readonly cancellable: boolean
}

export interface CatalystSummary extends Catalyst { readonly entries: number; readonly findings: number }

export interface ProjectState {
  readonly name: string
  readonly path: string
  readonly simulated: boolean
  readonly readOnly: boolean
  readonly catalysts: readonly CatalystSummary[]
  readonly files: number
  readonly folders: number
  readonly needsAttention: number
  readonly findings: number
  readonly watch: WatchStatus
  readonly undo: string | null
  readonly redo: string | null
  readonly progress: readonly Progress[]
}

/** A whole curve for a picture: fine in the window that was asked for, coarse beside it; `rows` is how many it is made of. */
export interface TraceCurve { readonly x: Float64Array; readonly y: Float64Array; readonly rows: number }

/** A finding with the key of its acknowledgement and the reason that somebody gave. */
export interface ListedFinding { readonly key: string; readonly finding: Finding; readonly acknowledged: string | null }

export interface Folder { readonly id: string; readonly path: string; readonly polling: boolean; readonly paused: boolean; readonly archive: boolean; readonly names: FolderNames; readonly files: number; readonly status: WatchStatus; readonly lastScan: string | null }

/** How the names of a watched folder's files are read, and which of its files are left out. */
export interface FolderNames { readonly template: string | null; readonly ignore: readonly string[] }

export interface HistoryItem { readonly id: number; readonly at: string; readonly label: string; readonly undone: boolean }

export interface CellEdit { readonly entry: string; readonly field: FieldKey; readonly value: FieldValue | null }

/** Every change a person makes. Each is one undoable step in the project's history. */
export type Command =
  | { readonly kind: 'setField'; readonly entries: readonly string[]; readonly field: FieldKey; readonly value: FieldValue | null }
  /** Of different entries and fields, in one step: a block pasted from a spreadsheet. */
  | { readonly kind: 'setCells'; readonly cells: readonly CellEdit[] }
  | { readonly kind: 'setDefault'; readonly field: FieldKey; readonly value: FieldValue | null }
  | { readonly kind: 'setReferencePotential'; readonly reference: string; readonly potential_V: number | null }
  /** Without `catalyst` for all of them, which ends what was set for single ones; `also` belongs to the same step. */
  | {
    readonly kind: 'setAnalysisSetting'; readonly analysis: string; readonly key: string; readonly value: SettingValue | null
    readonly catalyst?: string; readonly also?: Readonly<Record<string, SettingValue | null>>
  }
  | { readonly kind: 'setCatalyst'; readonly name: string; readonly colour?: string; readonly marker?: Catalyst['marker']; readonly archived?: boolean }
  /** Of all tables of these files, which have the same. */
  | { readonly kind: 'nameColumns'; readonly fileIds: readonly string[]; readonly columns: readonly TableColumnChoice[] }
  | { readonly kind: 'ignoreFiles'; readonly fileIds: readonly string[]; readonly ignore: boolean }
  /** Read these files with that reader (null: as recognised); with `question`, all files of which it asks. */
  | { readonly kind: 'chooseReader'; readonly fileIds: readonly string[]; readonly reader: string | null; readonly question?: string }
  /** One reason for all of these; null takes theirs back. */
  | { readonly kind: 'acknowledge'; readonly findings: readonly string[]; readonly reason: string | null }
  | { readonly kind: 'setFolderNames'; readonly folder: string; readonly names: FolderNames }

export interface AnalysisInfo {
  readonly id: string
  readonly title: string
  readonly tab: Tab
  readonly scope: 'project' | 'catalyst' | 'comparison'
  readonly about: { readonly equation: string; readonly source: string; readonly assumes: readonly string[] }
  /** `value` is that of all catalysts. */
  readonly settings: readonly (SettingDefinition & { readonly value: SettingValue })[]
}

/**
 * An outcome on its way to the window, as JSON: curves of many points travel as one text instead of as many numbers. null: as known;
 * with `since`, only the difference (differenceOf) from that version.
 */
export interface SentOutcome { readonly version: string; readonly json: string | null; readonly since?: string }

export type { ReferenceElectrode }

export interface AppInfo { readonly version: string; readonly platform: string; readonly locale: string; readonly electron: string }
/** Of figures that are saved or copied: the window's, or English whatever the window speaks. */
export const figureLanguages = ['window', 'en'] as const
export type FigureLanguage = (typeof figureLanguages)[number]
export interface Preferences { readonly theme: 'system' | 'light' | 'dark'; readonly language: 'system' | 'en' | 'zh-CN'; readonly figureLanguage?: FigureLanguage | undefined
  /** Watching goes on when the window is closed; true where nobody chose. */
  readonly background?: boolean | undefined
  /** A summary of what came in while no window was open; true where nobody chose. */
  readonly notifications?: boolean | undefined
  /** With the system, without a window, and with the project that was open last. */
  readonly startAtLogin?: boolean | undefined
}
export const reportFormats = ['html', 'pdf'] as const
export type ReportFormat = (typeof reportFormats)[number]
export type FigureFormat = 'svg' | 'pdf' | 'png'
/** Dots per inch of a PNG that is saved. */
export const figureResolution = 600
/** Tables that are filled by hand. */
export const tableTemplates = ['energies', 'sampleRecord', 'literature'] as const
export type TableTemplate = (typeof tableTemplates)[number]
export interface Exported { readonly path: string; /** What was asked for, where another program has it open: it stays as it is, and `path` lies beside it. */ readonly held?: string }
/** A workbook of the group, filled; `notFilled` says in one sentence what it asked for in vain. */
export interface FilledWorkbook extends Exported { readonly notFilled: string | null }

export interface WorkbenchApi {
  appInfo(): Promise<AppInfo>
  preferences(): Promise<Preferences>
  setPreferences(change: Partial<Preferences>): Promise<Preferences>
  recentProjects(): Promise<readonly RecentProject[]>
  /** Writes the simulated lab beside the app's data and opens it. */
  openSample(): Promise<ProjectState>
  /** Native dialogs; null when the user cancelled. */
  createProject(): Promise<ProjectState | null>
  openProject(): Promise<ProjectState | null>
  openRecent(id: string): Promise<ProjectState>
  closeProject(): Promise<void>
  projectState(): Promise<ProjectState | null>

  /** Outcomes of a catalyst's own and the project-wide analyses; of those whose version is known only that they are still so. */
  outcomes(catalyst: string | null, known: readonly string[]): Promise<readonly SentOutcome[]>
  /** Outcomes of the comparison-wide analyses. */
  comparison(known: readonly string[]): Promise<readonly SentOutcome[]>
  /** What an analysis would give with these settings; nothing is kept. null where it has nothing to compute. */
  preview(analysis: string, catalyst: string | null, settings: Settings): Promise<Outcome | null>
  analyses(): Promise<readonly AnalysisInfo[]>
  /** Those of the plausibility rules that a laboratory may set. */
  thresholds(): Promise<AnalysisInfo['settings']>
  /** Everything that the analyses noticed and the plausibility rules found, errors first. */
  findings(): Promise<readonly ListedFinding[]>
  entries(ids: readonly string[]): Promise<readonly Entry[]>
  /** All entries, for the Run sheet view. */
  allEntries(): Promise<readonly Entry[]>
  /** Two columns of an entry for a window of x (null: all of it) that is so many pixels wide: at most two points a pixel, no peak lost. */
  entryCurve(id: string, columns: readonly [x: number, y: number], window: Range | null, width: number): Promise<TraceCurve>
  defaults(): Promise<ProjectDefaults>
  /** The electrodes that the program knows, with the potentials that it ships. */
  referenceElectrodes(): Promise<readonly ReferenceElectrode[]>

  /** The newest of the rows that the query leaves. */
  inbox(query: InboxQuery): Promise<InboxPage>
  /** The different reasons and formats that the Inbox shows, in English; of very many those of the newest files. */
  inboxTexts(): Promise<readonly string[]>
  /** Every file that a measurement or a row of a run sheet came from. */
  usedFiles(): Promise<readonly InboxRow[]>
  fileDetail(id: string): Promise<FileDetail>
  filesInCommon(ids: readonly string[]): Promise<FilesInCommon>
  problems(): Promise<readonly Problem[]>
  retryFiles(ids: readonly string[]): Promise<void>
  showInFolder(fileId: string): Promise<void>
  folders(): Promise<readonly Folder[]>
  addFolders(): Promise<readonly Folder[] | null>
  setFolder(id: string, change: { paused?: boolean; polling?: boolean; archive?: boolean }): Promise<readonly Folder[]>
  /** What these names would make of the folder's files; nothing is kept. Fails in one sentence where they are none. */
  previewFolder(id: string, names: FolderNames): Promise<FolderPreview>
  removeFolder(id: string): Promise<readonly Folder[]>
  rescan(): Promise<void>
  /** Absolute paths of files dropped on the window (resolved by the preload from File objects, checked by main). */
  importDropped(paths: readonly string[]): Promise<void>

  execute(command: Command): Promise<ProjectState>
  undo(): Promise<ProjectState>
  redo(): Promise<ProjectState>
  history(): Promise<readonly HistoryItem[]>

  exportExcel(): Promise<Exported | null>
  /** A workbook that the person chooses, its names that begin with RUM_ filled, written to another file. */
  exportTemplate(): Promise<FilledWorkbook | null>
  exportRunSheet(): Promise<Exported | null>
  /** An empty table to be filled by hand, with a row for each thing that is asked of the project's catalysts. */
  exportTable(kind: TableTemplate): Promise<Exported | null>
  /** Originals, numbers, conditions and methods as open tables in one zip, for a repository. */
  exportDataPackage(): Promise<Exported | null>
  /** The project with all original files as one zip, for another computer or a repository. */
  exportArchive(): Promise<Exported | null>
  openArchive(): Promise<ProjectState | null>
  /** PNG of a chart to the clipboard. */
  copyImage(pngDataUrl: string): Promise<void>
  copyText(text: string): Promise<void>
  /** A figure to a file that the person chooses: SVG as it is or printed as PDF, or a PNG of so many dots per inch. */
  saveFigure(name: string, format: FigureFormat, content: string): Promise<Exported | null>
  /** A report to a file that the person chooses: the page as it is, or printed on A4. */
  saveReport(name: string, format: ReportFormat, html: string): Promise<Exported | null>
  /** Versions, counts and the end of the log to the clipboard: nothing of the data. */
  copyDiagnostics(): Promise<void>
  /** Class and place of an error of the window, for the log; never its message. */
  noteFailure(place: string): Promise<void>
  cancel(task: string): Promise<void>
}

export type ApiMethod = keyof WorkbenchApi
export const apiMethods = {
  appInfo: true, preferences: true, setPreferences: true, recentProjects: true, openSample: true, createProject: true, openProject: true,
  openRecent: true, closeProject: true, projectState: true, outcomes: true, comparison: true, preview: true, analyses: true, thresholds: true, findings: true, entries: true, allEntries: true,
  entryCurve: true, defaults: true, referenceElectrodes: true, inbox: true, inboxTexts: true, usedFiles: true, fileDetail: true, filesInCommon: true, problems: true, retryFiles: true, showInFolder: true, folders: true,
  addFolders: true, setFolder: true, previewFolder: true, removeFolder: true, rescan: true, importDropped: true, execute: true, undo: true, redo: true,
  history: true, exportExcel: true, exportTemplate: true, exportRunSheet: true, exportTable: true, exportDataPackage: true, exportArchive: true, openArchive: true, copyImage: true, copyText: true, saveFigure: true, saveReport: true, copyDiagnostics: true, noteFailure: true, cancel: true
} satisfies Record<ApiMethod, true>

/** Pushes from main to the window. */
export interface WorkbenchEvents {
  projectState: ProjectState | null
  /** Outcomes of these catalysts (null: project-wide) are new. */
  outcomesChanged: { readonly catalysts: readonly (string | null)[] }
  filesChanged: { readonly count: number }
  progress: readonly Progress[]
  /** A menu entry or shortcut handled by the window: 'undo', 'redo', 'view.comparison', 'export.excel' … */
  menu: { readonly action: string }
  notice: { readonly level: 'info' | 'warning' | 'error'; readonly text: string }
}
export type EventName = keyof WorkbenchEvents
export const eventNames = { projectState: true, outcomesChanged: true, filesChanged: true, progress: true, menu: true, notice: true } satisfies Record<EventName, true>

/** What the preload puts on `window.workbench`: one function per method, and `on` for the pushes. */
export interface WorkbenchBridge extends WorkbenchApi {
  on<E extends EventName>(event: E, listener: (payload: WorkbenchEvents[E]) => void): () => void
  /** Path of a dropped File (Electron webUtils). */
  pathOf(file: unknown): string
}

