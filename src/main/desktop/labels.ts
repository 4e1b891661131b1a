/** Words of the native menus and dialogs. The window has its own catalogue. */
const en = {
  file: 'File', openRecent: 'Open recent', newProject: 'New project…', openProject: 'Open project…', openSample: 'Open sample project', watchFolder: 'Watch folder…',
  exportExcel: 'Export Excel summary…', exportTemplate: 'Fill a workbook of your own…', chooseTemplate: 'Choose the workbook to fill', exportRunSheet: 'Export run sheet…', newTable: 'New table to fill in', sampleRecord: 'Sample record…', energies: 'Energies…', literature: 'Literature…', saveTable: 'Save the empty table',
  exportDataPackage: 'Export data package…', reportHtml: 'Report of this view as HTML…', reportPdf: 'Report of this view as PDF…', saveReport: 'Save report', saveDataPackage: 'Export data package', dataPackageName: 'data',
  exportArchive: 'Export archive of the project…', openArchive: 'Open archive…', save: 'Save', closeProject: 'Close project', quit: 'Quit',
  edit: 'Edit', undo: 'Undo', redo: 'Redo', cut: 'Cut', copy: 'Copy', paste: 'Paste', selectAll: 'Select all', copyChart: 'Copy chart', find: 'Find', preferences: 'Settings…',
  view: 'View', window: 'Window', minimize: 'Minimize', zoomWindow: 'Zoom', closeWindow: 'Close window', bringToFront: 'Bring all to front', hideApp: 'Hide RuM Workbench', performance: 'Performance', mechanism: 'Mechanism', comparison: 'Comparison', inbox: 'Inbox', runSheet: 'Run sheet', folders: 'Folders',
  zoomIn: 'Zoom in', zoomOut: 'Zoom out', zoomReset: 'Actual size', fullScreen: 'Full screen', theme: 'Theme', themeSystem: 'As the system', themeLight: 'Light', themeDark: 'Dark',
  language: 'Language', languageSystem: 'As the system',
  data: 'Data', rescan: 'Look for changes now', findings: 'Checks',
  help: 'Help', shortcuts: 'Keyboard shortcuts', logs: 'Open logs folder', diagnostics: 'Copy diagnostics', licences: 'Licences', about: 'About RuM Workbench',
  chooseFolders: 'Choose instrument folders', saveProject: 'Create a project file', saveExcel: 'Export Excel summary', saveRunSheet: 'Export run sheet', summary: 'summary', runSheetName: 'runsheet',
  saveArchive: 'Export archive of the project', chooseArchive: 'Choose an archive', archiveName: 'archive', saveFigure: 'Save figure',
  trayOpen: 'Open RuM Workbench', trayPause: 'Pause watching', trayResume: 'Go on watching', trayNoProject: 'No project is open', trayWatching: '{name}: watching', trayPaused: '{name}: paused', trayTrouble: '{name}: trouble', trayIdle: '{name}: watches no folder',
  goesOnTitle: 'RuM Workbench goes on watching', goesOn: 'Files are still read while the window is closed. Start the program again, or use its icon beside the clock, to see it or to quit.',
  cameTitle: '{name}: {files} new files', cameOneTitle: '{name}: 1 new file', cameAll: 'All were read.', cameSome: '{attention} need you (see the Inbox).'
}
export type Labels = { readonly [Key in keyof typeof en]: string }

const zhCN: Labels = {
  file: '文件', openRecent: '打开最近的项目', newProject: '新建项目…', openProject: '打开项目…', openSample: '打开示例项目', watchFolder: '监视文件夹…',
  exportExcel: '导出 Excel 汇总…', exportTemplate: '填写自己的工作簿…', chooseTemplate: '选择要填写的工作簿', exportRunSheet: '导出实验记录表…', newTable: '新建待填表格', sampleRecord: '样品记录…', energies: '能量…', literature: '文献…', saveTable: '保存空表',
  exportDataPackage: '导出数据包…', reportHtml: '当前视图的报告 (HTML)…', reportPdf: '当前视图的报告 (PDF)…', saveReport: '保存报告', saveDataPackage: '导出数据包', dataPackageName: '数据',
  exportArchive: '导出项目归档…', openArchive: '打开归档…', save: '保存', closeProject: '关闭项目', quit: '退出',
  edit: '编辑', undo: '撤销', redo: '重做', cut: '剪切', copy: '复制', paste: '粘贴', selectAll: '全选', copyChart: '复制图表', find: '查找', preferences: '设置…',
  view: '视图', window: '窗口', minimize: '最小化', zoomWindow: '缩放', closeWindow: '关闭窗口', bringToFront: '前置全部窗口', hideApp: '隐藏 RuM Workbench', performance: '性能', mechanism: '机理', comparison: '对比', inbox: '收件箱', runSheet: '实验记录表', folders: '文件夹',
  zoomIn: '放大', zoomOut: '缩小', zoomReset: '实际大小', fullScreen: '全屏', theme: '主题', themeSystem: '跟随系统', themeLight: '浅色', themeDark: '深色',
  language: '语言', languageSystem: '跟随系统',
  data: '数据', rescan: '立即检查更改', findings: '检查',
  help: '帮助', shortcuts: '键盘快捷键', logs: '打开日志文件夹', diagnostics: '复制诊断信息', licences: '许可证', about: '关于 RuM Workbench',
  chooseFolders: '选择仪器文件夹', saveProject: '新建项目文件', saveExcel: '导出 Excel 汇总', saveRunSheet: '导出实验记录表', summary: '汇总', runSheetName: 'runsheet',
  saveArchive: '导出项目归档', chooseArchive: '选择归档', archiveName: '归档', saveFigure: '保存图片',
  trayOpen: '打开 RuM Workbench', trayPause: '暂停监视', trayResume: '继续监视', trayNoProject: '没有打开的项目', trayWatching: '{name}：正在监视', trayPaused: '{name}：已暂停', trayTrouble: '{name}：出现问题', trayIdle: '{name}：未监视文件夹',
  goesOnTitle: 'RuM Workbench 继续监视', goesOn: '关闭窗口后仍会读取文件。要查看或退出程序，请再次启动它，或使用时钟旁的图标。',
  cameTitle: '{name}：{files} 个新文件', cameOneTitle: '{name}：1 个新文件', cameAll: '已全部读取。', cameSome: '{attention} 个需要您处理（见收件箱）。'
}

/** Places in braces are filled. */
export const filled = (label: string, values: Readonly<Record<string, string | number>>): string => label.replace(/\{(\w+)\}/g, (place, key: string) => String(values[key] ?? place))

export const labelsIn = (language: 'en' | 'zh-CN'): Labels => (language === 'zh-CN' ? zhCN : en)
