/** Words of the window; those of cards and charts stand beside their components. */
export const en = {
  figure: {
    title: 'Save figure', words: 'Words', words_window: 'as in the window', words_en: 'English', size: 'Size', single: 'one column, 8.5 cm', double: 'two columns, 17.8 cm', slide: 'slide, 25.4 cm', columns: 'Panels side by side', panels: 'Panels', limits: 'Axis limits', xMin: 'x from', xMax: 'x to', yMin: 'y from', yMax: 'y to',
    asSeen: 'as seen', save: 'Save {format}', preview: 'Preview of the figure', png: 'PNG, 600 dpi', none: 'Choose at least one panel.',
    from: 'Add from', here: 'this view', chosen: 'Chosen panels', label: 'Label of {title}', up: 'Move {title} up', remove: 'Remove {title}'
  },
  start: {
    opening: 'Opening …',
    intro: 'Watches the folders where your instruments write and turns every file into Faradaic efficiency, yield, kinetics and d-band centre, traceable to the file.',
    sample: 'Open the sample project', sampleHint: 'Six catalysts, simulated from the numbers of a paper', create: 'New project', createHint: 'One file that holds everything, then choose the instruments\u2019 folders',
    open: 'Open a project', openHint: 'A .rum file, also one from another PC', recent: 'Recent projects', gone: 'no longer there', drop: 'Files are read, never moved or changed. Everything works offline.'
  },
  nav: {
    label: 'Views and catalysts',
    catalysts: 'Catalysts', comparison: 'Comparison', inbox: 'Inbox', runSheet: 'Run sheet', findings: 'Findings', folders: 'Folders', settings: 'Settings', fold: 'Fold the side bar', unfold: 'Unfold the side bar',
    isNew: 'new', entries: '{n} measurement or reading | {n} measurements and readings', findingsOf: '{n} finding to look at | {n} findings to look at'
  },
  watch: { watching: 'watching {n} folder | watching {n} folders', paused: 'watching paused', trouble: 'trouble', none: 'no folder watched' },
  top: {
    failed: 'Something in this window went wrong and was noted in the log; your data are safe. If it comes again, Help › Copy diagnostics says where.', dismiss: 'Dismiss', readOnly: 'read only', readOnlyHint: 'Another program holds this project open; it can be looked at, not changed.', exportMore: 'More to export', toLight: 'Light theme', toDark: 'Dark theme', noChart: 'Select a card first: click it or use Tab.', copied: 'Copied', savedAlready: 'Saved already: every change is kept as soon as it is made.',
    undo: 'Undo', undoWhat: 'Undo: {what}', redo: 'Redo', redoWhat: 'Redo: {what}', export: 'Export', excel: 'Excel summary', template: 'Fill a workbook of your own', dataPackage: 'Data package (FAIR)', report: 'Report of {what} ({format})', exportRunSheet: 'Run sheet template', table: { energies: 'Table of energies, to fill in', sampleRecord: 'Sample record, to fill in', literature: 'Literature table, to fill in' }, theme: 'Theme', light: 'Light', dark: 'Dark', system: 'As the system',
    language: 'Language', history: 'History', simulated: 'simulated', simulatedHint: 'These data were made by the program from printed numbers; nobody measured them.', wrote: 'Wrote {path}', wroteBeside: '{held} is open in another program and stays as it is; wrote {path} instead.', close: 'Close project', files: '{n} file | {n} files'
  },
  progress: { scan: 'Looking through folders', read: 'Reading files', export: 'Writing the Excel file', cancel: 'Cancel', of: '{done} of {total}' },
  catalyst: {
    noTabHint: 'Cards appear here as soon as a file of this kind is read.', none: 'No catalyst is shown.', noneHint: 'All of them are hidden; Settings shows them again.', best: 'best {metric}', vsRhe: 'vs RHE', nitrate: '{c} M NO₃⁻', oneOf: 'one of {n}', keyNumbers: 'Key numbers',
    performance: 'Performance', mechanism: 'Mechanism', at: '{E} V vs RHE', empty: 'No measurement of {name} yet.',
    emptyHint: 'Put its name into file or folder names ({example}), or into the run sheet; new files appear here by themselves.', noTab: 'Nothing of this kind yet.', fillIn: 'Fill in here:', nothing: 'Without data yet: {titles}', addFolder: 'Watch a folder', openInbox: 'See the Inbox'
  },
  report: {
    methods: 'Methods', files: 'Files', file: 'File', reader: 'Format', feeds: 'Used for', needs: 'Missing', more: 'and {n} more row, in the data package | and {n} more rows, in the data package', none: 'none',
    uncertainty: '± is the standard uncertainty (k = 1)', computed: 'Computed as {equation} (after {source}).', assumed: 'Assumed: {list}.', settings: 'Settings: {list}.', setting: '{label} {value}'
  },
  comparison: {
    emptyHint: 'Watch the folder of a second catalyst, or drop its files here.',
    title: 'Comparison', empty: 'Results of two or more catalysts are compared here as soon as there are some.', show: 'Show {name}', all: 'All' },
  inbox: {
    title: 'Inbox', search: 'Find in names and reasons', all: 'All', name: 'Name', became: 'Became', state: 'State', time: 'Time', empty: 'No file has come in yet.', emptyHint: 'Watch the folder where an instrument writes, or drop files anywhere on this window.',
    more: '{n} older files are not listed: search for their name, or choose a state.', noneOfFilter: 'No file matches.', selected: '{n} file selected | {n} files selected', forAll: 'What is done here is done to all of them, and one undo takes it back.', different: 'different ones', inPlaces: 'in {n} places', withoutCatalyst: 'without a catalyst', select: 'Select a file to see what it became.', retry: 'Read again', readAs: 'Read as', asRecognised: 'as recognised', which: 'Several formats fit this file. Which is right? The answer is kept for the next such files.', answered: 'Several formats fit this file; it is read as you answered for such files.', ignore: 'Ignore', use: 'Use again', showInFolder: 'Show in folder', assign: 'Catalyst', because: 'Recognised because {why}.', places: 'Places', hash: 'SHA-256',
    problems: 'Notices', datasets: 'Datasets', preview: 'First lines', nameColumns: 'Name the columns', apply: 'Read with these columns', column: 'column {n}', table: 'table {n}', tableOf: 'One of {n} tables', whichTechnique: 'measured with?', quantity: 'quantity', unit: 'unit', rows: '{n} row | {n} rows',
    status: { ok: 'read', partial: 'partly read', duplicate: 'duplicate', ignored: 'ignored', unrecognised: 'not recognised', asks: 'which format?', error: 'not readable', waiting: 'waiting', missing: 'gone' }
  },
  runSheet: {
    title: 'Run sheet', search: 'Find in names and conditions', columns: 'Columns', entry: 'File or reading', reading: 'reading', empty: 'Nothing to edit yet.', emptyHint: 'Measurements and run-sheet rows appear here as soon as files are read.', hint: 'Enter edits, Delete gives back to the source, Shift selects several; copy and paste as in a spreadsheet.', beyond: '{n} pasted cell lies beyond the grid and was left out. | {n} pasted cells lie beyond the grid and were left out.',
    origin: { edit: 'edited in the app', runSheet: 'run sheet', fileName: 'file name', folderName: 'folder name', header: 'header of the file', projectDefault: 'project default' }, byTemplate: 'file name, read by the template {template}', byTemplateShort: 'template', originShort: { edit: 'edit', runSheet: 'sheet', fileName: 'name', folderName: 'folder', header: 'file', projectDefault: 'default' },
    whichTime: '“{text}” could be hours and minutes or minutes and seconds; write h:mm:ss or a number.', notNumber: '“{text}” is no number; use a point or a comma as decimal sign.', wanted: 'Asked for: {n} entry | Asked for: {n} entries', showAll: 'Show all',   },
  findings: {
    rule: 'Rule {rule}: {source}', entries: '{n} measurement or reading | {n} measurements and readings', emptyHint: 'Rules look at every number again whenever it changes.', toNumbers: 'See the numbers',
    title: 'Findings', empty: 'No finding. Every number passed the checks that apply to it.', level: { error: 'Error', warning: 'Warning', note: 'Note' }, project: 'Whole project', acknowledge: 'Acknowledge', acknowledgeAll: 'Acknowledge all {n} like these', more: '{n} more that say the same', fewer: 'show fewer', reason: 'Reason', withdraw: 'Withdraw', acknowledged: 'Acknowledged: {reason}', intro: 'A finding never changes or hides a number.' },
  folders: {
    state: { watching: 'watching', paused: 'paused', trouble: 'trouble', none: 'not watched' },
    title: 'Folders', add: 'Watch a folder', rescan: 'Look for changes now', empty: 'No folder is watched.', emptyHint: 'Choose where the instruments write. Files are only read; originals are never touched.', pause: 'paused', polling: 'network share (polling)', archive: 'keep a copy of each original',
    remove: 'Stop watching', lastScan: 'last looked through {time}', never: 'not looked through yet',
    names: {
      title: 'File names', byWords: 'read by their words', byTemplate: 'read by the template', without: 'left out:', change: 'Template and patterns …', template: 'Template of the file names', empty: 'empty: names are read by their words, in any order', fields: 'Fields of the template', more: 'more fields', fewer: 'fewer fields', nothing: 'a part of the name that says nothing',
      numbers: 'What stands between the fields stands in the names, too. A number without a unit is in the unit of its field (potential in V, time in h, scan rate in mV/s) and keeps its sign: {plain} is +{plain} V, vs RHE unless a reference is named. {negative} takes numbers without a sign as negative, {minutes} in minutes.',
      ignore: 'Files that are left out, a pattern a line', patterns: '{any} any text, {one} one character, {folders} any folders; capitals do not matter. Without a slash a pattern means the name of a file in any folder, with one the way from this folder on. The Inbox lists what is left out.',
      fit: '{n} of {of} measured files fit', measured: '{n} measured file | {n} measured files', ignored: '{n} of {of} files left out', part: 'of the first {n} files', leftOut: 'left out by', saysNothing: 'nothing', noFiles: 'No measured file has come in from here yet.', apply: 'Apply', cancel: 'Cancel', nothingLost: 'No file is read again, and undo takes it back.', open: 'Change the patterns'
    }
  },
  settings: {
    title: 'Settings', cell: 'Cell and electrolyte', cellHint: 'They hold for every file that states nothing nearer. Empty means: not stated.', references: 'Reference electrodes', referencesHint: 'E° against SHE in V. Laboratories differ; enter what you calibrated.', shipped: '{value} V as shipped', analyses: 'Analyses', rules: 'Plausibility rules', rulesHint: 'Thresholds of our own: each laboratory may have others. An emptied field is as shipped.', catalysts: 'Catalysts', look: 'Look', themeLabel: 'Theme', languageLabel: 'Language', archived: 'hidden', notStated: 'not stated', background: 'Without a window', keepWatching: 'Go on watching when the window is closed', notifications: 'Tell what came in while no window is open (at most once a minute)', startAtLogin: 'Start with the computer, with the project that was open last', about: 'RuM Workbench {version} · Electron {electron} · {platform}'
  },
  trace: {
    term: { charge_C: 'charge', concentration_ug_mL: 'concentration', basisFactor: 'basis factor', dilution: 'dilution', blank_ug_mL: 'blank', volume_mL: 'volume', time_h: 'time', mass_mg: 'mass', area_cm2: 'area', molarMass_g_mol: 'molar mass', electrons: 'electrons', faradaicEfficiency_percent: 'FE', j_mA_cm2: 'j', absorbance: 'absorbance', firstState_eV: 'first state' },
    sd: 'standard deviation', title: 'Where this number comes from', conditions: 'Conditions', method: 'Method', equation: 'Equation', terms: 'Numbers it was computed from', budget: 'Uncertainty budget', files: 'Files and rows', settings: 'Settings', version: 'computed by {version}', close: 'Close', showInFolder: 'Show in folder', n: 'n = {n}', noU: 'no uncertainty can be given' },
  history: { title: 'History', empty: 'Nothing was changed yet.', undone: 'undone' },
  help: {
    shortcuts: 'Keyboard shortcuts', about: 'About', licences: 'Licences', licencesText: '{n} packages are part of this program, under licences that ask to be named. Those of Chromium lie beside the program (LICENSES.chromium.html).', licenceHolder: '{licence}, {holder}; the package brings no text of its own.', noLicences: 'The list is made when the program is built.', list: {
      undo: 'Undo', redo: 'Redo', performance: 'Performance tab', mechanism: 'Mechanism tab', comparison: 'Comparison', runSheet: 'Run sheet', inbox: 'Inbox', folders: 'Folders', settings: 'Settings', excel: 'Excel summary', find: 'Find in the view', rescan: 'Look for changes', chart: 'In a chart: arrows pan, + and − zoom, 0 resets', pin: 'In a chart: pins the point that is read, for differences from it; once more lets it go', handle: 'On a blue line of a figure: moves it, with Shift in longer steps; Esc gives it up', points: 'On the points of a figure (Tab): goes from point to point, leaves out or takes back', stretch: 'On an i–t trace: leaves out a stretch', several: 'In the Inbox: selects several files; Shift for all in between'
    }, diagnostics: 'Copy diagnostics', diagnosticsCopied: 'Versions, counts and the log are in the clipboard; nothing of your data is.', aboutText: 'Instrument files to the numbers and figures of a paper on nitrate reduction. MIT licence. Offline: nothing leaves this PC.'
  },
  drop: 'Drop files or folders to read them',
  field: {
    file: 'file', catalyst: 'catalyst', technique: 'technique', run: 'run', role: 'role', analyte: 'analyte', potential_V: 'potential / V', reference: 'reference', pH: 'pH', pHAfter: 'pH after', temperature_C: 'temperature / °C', electrolyte: 'electrolyte', nitrate_M: 'nitrate / M', area_cm2: 'area / cm²', loading_mg_cm2: 'loading / mg cm⁻²', mass_mg: 'mass / mg',
    volume_mL: 'volume / mL', dilution: 'dilution', time_h: 'time / h', absorbance: 'absorbance', concentration_ug_mL: 'concentration / µg mL⁻¹', basis: 'basis', calibration: 'calibration', wavelength_nm: 'wavelength / nm', waitTime_min: 'wait time / min', samplePH: 'sample pH (coloured)', counterElectrode: 'counter electrode', membrane: 'membrane', trap: 'trap of NH₃', cell: 'cell type', normalisation: 'normalisation', freshElectrolyte: 'fresh electrolyte', leached: 'leached metal (ICP)', ru_ohm: 'Rᵤ / Ω', irFraction: 'iR fraction', scanRate_mV_s: 'scan rate / mV s⁻¹', replicate: 'replicate', cycle: 'cycle', znMass_mg: 'Zn mass / mg', flow_mL_min: 'flow / mL min⁻¹', h2_ppm: 'H₂ / ppm', note: 'note'
  }
}
export type Words = typeof en
