import { basename, dirname, join } from 'node:path'
import type { BrowserWindow} from 'electron';
import { app, dialog, type OpenDialogOptions, type SaveDialogOptions } from 'electron'
import { z } from 'zod'
import { settingsFile } from './settingsFile'

type Purpose = 'project' | 'instrumentFolders' | 'excel' | 'runSheet' | 'template' | 'archive' | 'svg' | 'pdf' | 'png' | 'html'
const schema = z.record(z.string(), z.string())

export interface Dialogs {
  saveAs(purpose: Purpose, title: string, name: string): Promise<string | null>
  openProject(title: string): Promise<string | null>
  chooseArchive(title: string): Promise<string | null>
  chooseTemplate(title: string): Promise<string | null>
  chooseFolders(title: string): Promise<readonly string[] | null>
}

const filters = new Map<Purpose, { name: string; extensions: string[] }[]>([
  ['project', [{ name: 'RuM Workbench', extensions: ['rum'] }]],
  ['excel', [{ name: 'Excel', extensions: ['xlsx'] }]],
  ['runSheet', [{ name: 'Excel', extensions: ['xlsx'] }]],
  ['template', [{ name: 'Excel', extensions: ['xlsx'] }]],
  ['archive', [{ name: 'Zip', extensions: ['zip'] }]],
  ...(['svg', 'pdf', 'png', 'html'] as const).map((extension): [Purpose, { name: string; extensions: string[] }[]] => [extension, [{ name: extension.toUpperCase(), extensions: [extension] }]])
])

/** Native dialogs; each purpose starts in the folder where it was last used. They ask before overwriting. */
export function createDialogs(window: () => BrowserWindow | null): Dialogs {
  const file = settingsFile<Record<string, string>>(join(app.getPath('userData'), 'lastFolders.json'), schema, {})
  const lastFolder = (purpose: Purpose): string => new Map(Object.entries(file.read())).get(purpose) ?? app.getPath('documents')
  const remember = (purpose: Purpose, folder: string): void => file.write({ ...file.read(), [purpose]: folder })
  const open = async (options: OpenDialogOptions): Promise<readonly string[] | null> => {
    const owner = window()
    const { canceled, filePaths } = await (owner ? dialog.showOpenDialog(owner, options) : dialog.showOpenDialog(options))
    return canceled || filePaths.length === 0 ? null : filePaths
  }
  const oneFile = async (purpose: Purpose, title: string): Promise<string | null> => {
    const paths = await open({ title, defaultPath: lastFolder(purpose), filters: filters.get(purpose) ?? [], properties: ['openFile'] })
    if (paths?.[0] === undefined) return null
    remember(purpose, dirname(paths[0]))
    return paths[0]
  }
  return {
    async saveAs(purpose, title, name) {
      const owner = window()
      const options: SaveDialogOptions = { title, defaultPath: join(lastFolder(purpose), fileName(name)), filters: filters.get(purpose) ?? [] }
      const { canceled, filePath } = await (owner ? dialog.showSaveDialog(owner, options) : dialog.showSaveDialog(options))
      if (canceled || !filePath) return null
      remember(purpose, dirname(filePath))
      return filePath
    },
    openProject: (title) => oneFile('project', title),
    chooseArchive: (title) => oneFile('archive', title),
    chooseTemplate: (title) => oneFile('template', title),
    async chooseFolders(title) {
      const paths = await open({ title, defaultPath: lastFolder('instrumentFolders'), properties: ['openDirectory', 'multiSelections'] })
      if (paths?.[0] !== undefined) remember('instrumentFolders', dirname(paths[0]))
      return paths
    }
  }
}

/** A project's name may hold what a file name may not. */
const fileName = (name: string): string => basename(name.replace(/[\\/:*?"<>|]/g, '-'))
