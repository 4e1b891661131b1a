import { describe, expect, it } from 'vitest'
import { validateCall } from '../../../src/main/desktop/validateCall'
import { apiMethods, type ApiMethod, type Command, type WorkbenchApi } from '../../../src/shared/api'

const commands: readonly Command[] = [
  { kind: 'setField', entries: ['m1', 'r2'], field: 'potential_V', value: -0.3 }, { kind: 'setField', entries: ['m1'], field: 'catalyst', value: 'RuFe-NC' },
  { kind: 'setField', entries: ['m1'], field: 'pH', value: null }, { kind: 'setDefault', field: 'pH', value: 14 },
  { kind: 'setReferencePotential', reference: 'Hg/HgO', potential_V: 0.098 }, { kind: 'setAnalysisSetting', analysis: 'linear-sweep', key: 'smooth', value: true },
  { kind: 'setAnalysisSetting', analysis: 'tafel-slope', key: 'from', value: null, catalyst: 'RuFe-NC', also: { to: null } },
  { kind: 'setCatalyst', name: 'RuZn-NC', colour: '#12aB34', marker: 'star', archived: false }, { kind: 'setCatalyst', name: '钌铁', archived: true },
  { kind: 'nameColumns', fileIds: ['f1'], columns: [{ column: 0, name: 'E', quantity: 'potential', unit: 'V' }, { table: 1, column: 0, name: 'E', quantity: 'potential', unit: 'V' }] }, { kind: 'ignoreFiles', fileIds: ['f1'], ignore: true },
  { kind: 'chooseReader', fileIds: ['f1'], reader: 'chi-text' }, { kind: 'acknowledge', findings: ['fe-sum|RuFe-NC'], reason: 'bubbles' }
]
/** One right call of every method: a method without an example here does not compile. */
const examples: { readonly [M in ApiMethod]: Parameters<WorkbenchApi[M]> } = {
  appInfo: [], preferences: [], setPreferences: [{ theme: 'dark' }], recentProjects: [], openSample: [], createProject: [], openProject: [], openRecent: ['a1'], closeProject: [],
  projectState: [], outcomes: [null, ['ab-1']], comparison: [[]], preview: ['tafel-slope', 'RuFe-NC', { from: 0.5, leftOut: '2; 5' }], analyses: [], thresholds: [], findings: [], entries: [['m1']], allEntries: [], entryCurve: ['m1', [0, 2], { min: -0.5, max: 3 }, 1400], defaults: [], referenceElectrodes: [], inbox: [{ status: null, search: '', most: 1000 }], inboxTexts: [], usedFiles: [], fileDetail: ['f1'], filesInCommon: [['f1', 'f2@3']],
  problems: [], retryFiles: [['f1']], showInFolder: ['f1'], folders: [], addFolders: [], setFolder: ['d1', { paused: true }], previewFolder: ['d1', { template: '{catalyst}_{technique}', ignore: ['*.bak'] }], removeFolder: ['d1'], rescan: [],
  importDropped: [['/data/a.txt']], execute: [commands[0]!], undo: [], redo: [], history: [], exportExcel: [], exportTemplate: [], exportRunSheet: [], exportTable: ['energies'], exportArchive: [], exportDataPackage: [], openArchive: [], copyDiagnostics: [], noteFailure: ['TypeError | at setup (app://rum/assets/index.js:1:20)'], saveFigure: ['pdos', 'svg', '<svg/>'], saveReport: ['RuFe-NC', 'pdf', '<!doctype html>'], copyImage: ['data:image/png;base64,AA=='],
  copyText: [''], cancel: ['scan:d1']
}

describe('validateCall', () => {
  it.each(Object.keys(apiMethods) as ApiMethod[])('lets a right call of %s through, and nothing more', (method) => {
    const args = examples[method]
    expect(validateCall(method, args)).toEqual({ method, args })
    expect(() => validateCall(method, [...args, 'surplus', 'surplus', 'surplus'])).toThrow(/^The call \w+ was refused because .*\.$/)
    expect(() => validateCall(method, { length: 0 })).toThrow(`The call ${method} was refused because it takes other arguments.`)
  })

  it.each(commands)('lets $kind through', (command) => {
    expect(validateCall('execute', [command]).args).toEqual([command])
  })

  it('leaves out optional arguments', () => {
    expect(validateCall('entryCurve', ['m1', [0, 1], null, 500]).args).toEqual(['m1', [0, 1], null, 500])
  })

  it.each<[string, unknown]>([
    ['a text in a number field', { kind: 'setField', entries: ['m1'], field: 'pH', value: 'acid' }], ['a negative volume', { kind: 'setField', entries: ['m1'], field: 'volume_mL', value: -5 }], ['a default area of 0', { kind: 'setDefault', field: 'area_cm2', value: 0 }], ['a number in a text field', { kind: 'setField', entries: ['m1'], field: 'catalyst', value: 7 }],
    ['a number that is none', { kind: 'setDefault', field: 'pH', value: Number.NaN }], ['an endless number', { kind: 'setReferencePotential', reference: 'RHE', potential_V: Infinity }],
    ['an unknown field', { kind: 'setField', entries: ['m1'], field: 'constructor', value: 1 }], ['a colour that is none', { kind: 'setCatalyst', name: 'x', colour: 'url(http://a)' }],
    ['an unknown command', { kind: 'erase' }], ['a surplus key', { kind: 'setDefault', field: 'pH', value: 1, path: '/etc' }], ['a negative column', { kind: 'nameColumns', fileIds: ['f1'], columns: [{ column: -1, name: '', quantity: '', unit: '' }] }]
  ])('refuses %s', (_, command) => {
    expect(() => validateCall('execute', [command])).toThrow(/^The call execute was refused because [^\n]+\.$/)
  })

  it('refuses paths that are not absolute', () => {
    for (const path of ['a.txt', '../a.txt', '', '/a\0b']) expect(() => validateCall('importDropped', [[path]])).toThrow('full path')
  })

  it.each([undefined, null, 42, 'eval', '__proto__', 'constructor', 'toString', ['appInfo'], { toString: () => 'appInfo' }])('offers no method %s', (method) => {
    expect(() => validateCall(method, [])).toThrow('The window asked for something that the program does not offer; nothing was done.')
  })
})
