/** Every `action` a menu entry can send to the window. */
export const menuActions = [
  'project.new', 'project.open', 'project.sample', 'project.close', 'project.save', 'folders.add', 'export.excel', 'export.template', 'export.runSheet', 'export.energies', 'export.sampleRecord', 'export.literature', 'export.archive', 'export.dataPackage', 'export.report.html', 'export.report.pdf', 'project.openArchive', 'undo', 'redo', 'chart.copy', 'find',
  'view.performance', 'view.mechanism', 'view.comparison', 'view.runSheet', 'view.inbox', 'view.folders', 'view.settings', 'view.findings', 'rescan',
  'theme.system', 'theme.light', 'theme.dark', 'language.system', 'language.en', 'language.zh-CN', 'help.shortcuts', 'help.about', 'help.licences', 'help.diagnostics'
] as const
export type MenuAction = (typeof menuActions)[number]
