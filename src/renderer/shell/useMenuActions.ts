import { onBeforeUnmount } from 'vue'
import { useI18n } from 'vue-i18n'
import { reportFormats, tableTemplates, type Preferences } from '@shared/api'
import { useCommands } from '../stores/commands'
import { useNavigation, type ViewName } from '../stores/navigation'
import { useSession } from '../stores/session'
import { workbench } from '../workbench'
import { findInView, isTyping, openCardMenu } from './focusedPart'

/** Every action of the menu. One that needs a project does nothing while none is open. */
export function menuHandlers(): ReadonlyMap<string, () => void> {
  const { t } = useI18n()
  const session = useSession()
  const navigation = useNavigation()
  const commands = useCommands()
  const inProject = (act: () => void) => (): void => { if (session.project) act() }
  const view = (name: ViewName) => inProject(() => navigation.open(name))
  const prefer = (change: Partial<Preferences>) => (): void => void session.setPreferences(change)
  /** In a text field Ctrl+Z is about its letters. */
  const step = (name: 'undo' | 'redo') => (): void => {
    if (isTyping()) document.execCommand(name)
    else if (session.project?.[name]) void commands[name]()
  }
  return new Map<string, () => void>([
    ['project.new', () => void commands.newProject()], ['project.open', () => void commands.openProject()],
    ['project.sample', () => void commands.openSample()], ['project.close', inProject(() => void commands.closeProject())],
    // Nothing waits to be saved, but fingers know the keys.
    ['project.save', inProject(() => session.notify('info', t('top.savedAlready')))],
    ['folders.add', inProject(() => void commands.addFolders())], ['rescan', inProject(() => void commands.rescan())],
    ['export.excel', inProject(() => void commands.exportExcel())], ['export.template', inProject(() => void commands.exportTemplate())], ['export.runSheet', inProject(() => void commands.exportRunSheet())],
    ...tableTemplates.map((kind): [string, () => void] => [`export.${kind}`, inProject(() => void commands.exportTable(kind))]),
    ...reportFormats.map((format): [string, () => void] => [`export.report.${format}`, inProject(() => {
      navigation.report = { catalyst: navigation.view === 'catalyst' ? navigation.catalyst ?? session.catalysts[0]?.name ?? null : null, format }
    })]),
    ['export.dataPackage', inProject(() => void commands.exportDataPackage())],
    ['export.archive', inProject(() => void commands.exportArchive())], ['project.openArchive', () => void commands.openArchive()],
    ['undo', step('undo')], ['redo', step('redo')],
    ['chart.copy', inProject(() => { if (!openCardMenu()) session.notify('info', t('top.noChart')) })],
    ['find', inProject(findInView)],
    ['view.performance', inProject(() => navigation.openTab('performance'))], ['view.mechanism', inProject(() => navigation.openTab('mechanism'))],
    ['view.comparison', view('comparison')], ['view.runSheet', view('runSheet')], ['view.inbox', view('inbox')],
    ['view.folders', view('folders')], ['view.settings', view('settings')], ['view.findings', view('findings')],
    ['theme.system', prefer({ theme: 'system' })], ['theme.light', prefer({ theme: 'light' })], ['theme.dark', prefer({ theme: 'dark' })],
    ['language.system', prefer({ language: 'system' })], ['language.en', prefer({ language: 'en' })],
    ['language.zh-CN', prefer({ language: 'zh-CN' })],
    ['help.shortcuts', () => { navigation.help = 'shortcuts' }], ['help.about', () => { navigation.help = 'about' }], ['help.licences', () => { navigation.help = 'licences' }], ['help.diagnostics', () => void commands.copyDiagnostics()]
  ])
}

export function useMenuActions(): void {
  const handlers = menuHandlers()
  onBeforeUnmount(workbench().on('menu', ({ action }) => handlers.get(action)?.()))
}
