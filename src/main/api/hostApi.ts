import type { ProjectFacts } from '../project/projectFacts'
import type { ApiMethod, Exported, FilledWorkbook, Folder, ProjectState, TableTemplate, WorkbenchApi, WorkbenchEvents } from '../../shared/api'

/** Methods that need a window, a dialog or the clipboard; everything else is answered by the project host. */
export const desktopMethods = [
  'appInfo', 'preferences', 'setPreferences', 'recentProjects', 'openSample', 'createProject', 'openProject', 'openRecent', 'addFolders',
  'exportExcel', 'exportTemplate', 'exportRunSheet', 'exportTable', 'exportDataPackage', 'exportArchive', 'openArchive', 'showInFolder', 'copyImage', 'copyText', 'saveFigure', 'saveReport', 'copyDiagnostics', 'noteFailure'
] as const satisfies readonly ApiMethod[]
export type DesktopMethod = (typeof desktopMethods)[number]
export type HostedMethod = Exclude<ApiMethod, DesktopMethod>

/**
 * Everything that holds a project: store, ingest, analyses. It runs in a process of its own under Electron
 * (utilityProcess) and in-process for the command line, and knows neither.
 */
export interface HostApi extends Pick<WorkbenchApi, HostedMethod> {
  /** Opens NAME.rum, or creates it. Starts its watchers. */
  open(path: string, options?: { readonly create?: boolean }): Promise<ProjectState>
  /** Writes the simulated lab under `folder`, creates a project there that watches it, and opens it. */
  openSampleAt(folder: string): Promise<ProjectState>
  addFolderPaths(paths: readonly string[]): Promise<readonly Folder[]>
  /** null where it was stopped. */
  exportExcelTo(path: string): Promise<Exported | null>
  exportTemplateTo(template: string, path: string): Promise<FilledWorkbook | null>
  exportRunSheetTo(path: string): Promise<Exported>
  exportTableTo(kind: TableTemplate, path: string): Promise<Exported>
  exportDataPackageTo(path: string): Promise<Exported>
  exportArchiveTo(path: string): Promise<Exported>
  /** Makes a project at `path` of an archive, and opens it. */
  openArchiveAt(archive: string, path: string): Promise<ProjectState>
  /** For a report; null while no project is open. */
  projectFacts(): Promise<ProjectFacts | null>
  /** Absolute path of a known file, for "show in folder". */
  pathOfFile(fileId: string): Promise<string>
  shutdown(): Promise<void>
}
export type HostMethod = keyof HostApi

/** Messages between Electron's main process and the host process. */
export interface HostRequest { readonly id: number; readonly method: HostMethod; readonly args: readonly unknown[] }
export type HostReply =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  /** `place`: where in the program, for the log. */
  | { readonly id: number; readonly ok: false; readonly message: string; readonly place?: string }
export type HostPush = { [E in keyof WorkbenchEvents]: { readonly event: E; readonly payload: WorkbenchEvents[E] } }[keyof WorkbenchEvents]
