import { useI18n } from 'vue-i18n'
import type { Command, Exported, ProjectState, TableTemplate } from '@shared/api'
import { workbench } from '../workbench'
import { useSession } from './session'
import { wroteNotice } from './wroteNotice'

/** What a person can do from anywhere: menu, button or shortcut lead here. Failures are said by the session. */
export function useCommands() {
  const { t } = useI18n()
  const session = useSession()
  const { ask, take } = session

  /** null: the dialog was cancelled, and the open project stays. */
  const openWith = async (call: () => Promise<ProjectState | null>): Promise<void> => take((await ask(call)) ?? undefined)
  const changed = async (call: () => Promise<ProjectState>): Promise<void> => {
    await take(await ask(call))
    await session.loadAnalyses()
  }
  const exported = async (call: () => Promise<Exported | null>): Promise<void> => {
    const done = await ask(call)
    if (done) session.notify(...wroteNotice(t, done))
  }
  return {
    execute: async (command: Command): Promise<void> =>
      command.kind === 'setAnalysisSetting' ? changed(() => workbench().execute(command)) : take(await ask(() => workbench().execute(command))),
    undo: () => changed(() => workbench().undo()),
    redo: () => changed(() => workbench().redo()),
    newProject: () => openWith(() => workbench().createProject()),
    openProject: () => openWith(() => workbench().openProject()),
    openSample: () => openWith(() => workbench().openSample()),
    openRecent: (id: string) => openWith(() => workbench().openRecent(id)),
    closeProject: async (): Promise<void> => {
      await ask(() => workbench().closeProject())
      await take(await ask(() => workbench().projectState()))
    },
    addFolders: () => ask(() => workbench().addFolders()),
    rescan: () => ask(() => workbench().rescan()),
    exportExcel: () => exported(() => workbench().exportExcel()),
    exportTemplate: async (): Promise<void> => {
      const done = await ask(() => workbench().exportTemplate())
      if (done) session.notify(...wroteNotice(t, done))
      if (done && done.notFilled !== null) session.notify('warning', done.notFilled)
    },
    exportRunSheet: () => exported(() => workbench().exportRunSheet()),
    exportTable: (kind: TableTemplate) => exported(() => workbench().exportTable(kind)),
    exportDataPackage: () => exported(() => workbench().exportDataPackage()),
    exportArchive: () => exported(() => workbench().exportArchive()),
    openArchive: () => openWith(() => workbench().openArchive()),
    copyDiagnostics: () => ask(() => workbench().copyDiagnostics().then(() => session.notify('info', t('help.diagnosticsCopied')))),
    showInFolder: (fileId: string) => ask(() => workbench().showInFolder(fileId)),
    copyImage: (png: string) => ask(() => workbench().copyImage(png)),
    copyText: (text: string) => ask(() => workbench().copyText(text))
  }
}
