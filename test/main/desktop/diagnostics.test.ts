import { mkdtempSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { diagnosticsText, withoutHome } from '../../../src/main/desktop/diagnostics'
import { createLog } from '../../../src/main/desktop/log'
import { readFile } from '../../../src/main/ingest/readFile'
import { recordRead } from '../../../src/main/ingest/recordFile'
import { projectFacts } from '../../../src/main/project/projectFacts'
import { openStore } from '../../../src/main/store/openStore'
import { writeLab, traceName } from '../../faults/faultLab'

const folder = mkdtempSync(join(tmpdir(), 'rum-diagnostics-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('diagnostics tell of the program and count, and hold no name, no path and no value of the data', () => {
  const lab = join(folder, 'secret campaign')
  writeLab(lab, 3)
  const driver = openStore(':memory:', { create: true })
  for (const name of [traceName(0), traceName(1), 'runsheet.csv', 'rubbish.bin']) {
    const path = join(lab, name)
    recordRead(driver, { path, folderId: null, folderPath: lab }, readFile({ path, reader: null, columnNames: null, archive: true }), () => true, '2026-03-14T12:00:00Z')
  }
  const logPath = join(folder, 'main.log')
  createLog(logPath, () => new Date(0)).write('call failed', new TypeError(`RuFe-NC gave 92.4 % in ${lab}`))
  const facts = projectFacts(driver, [{ id: 'd1', path: lab, polling: true, paused: false, archive: true, names: { template: null, ignore: [] }, files: 4, status: { state: 'trouble', reason: `The folder ${lab} cannot be reached.` }, lastScan: null }], null)
  const text = diagnosticsText({ versions: { 'RuM Workbench': '0.1.0' }, project: facts, logPath })
  driver.close()
  expect(text).toContain('RuM Workbench: 0.1.0')
  expect(text).toContain('files: 3 ok, 1 unrecognised')
  expect(text).toContain('measurements: 2')
  expect(text).toContain('folders: trouble, polled, 4 files')
  expect(text).toContain('call failed TypeError | at ')
  expect(text).not.toMatch(/secret|RuFe|92\.4|runsheet\.csv|rubbish/)
  expect(text).not.toContain(homedir())
})

it('diagnostics without a project and without a log still say the versions', () => {
  expect(diagnosticsText({ versions: { Node: '20' }, project: null, logPath: join(folder, 'none.log') })).toBe('Node: 20\nproject: none is open\n\nlog:\nnothing was noted\n')
})

it('diagnostics hold no name of a user, however his folder is spelled', () => {
  const home = 'C:\\Users\\Max Müller'
  expect(withoutHome('at read (file:///C:/Users/Max%20M%C3%BCller/AppData/a.js:1:1)', home)).toBe('at read (file:///~/AppData/a.js:1:1)')
  expect(withoutHome('at c:\\users\\max müller\\a.js', home)).toBe('at ~\\a.js')
  expect(withoutHome('at C:/Users/Max Müller/a.js, C:\\Users\\Public', home)).toBe('at ~/a.js, C:\\Users\\Public')
  expect(withoutHome('at file:///home/a.b/x.js, /home/A.B/x.js, /home/aXb', '/home/a.b')).toBe('at file://~/x.js, /home/A.B/x.js, /home/aXb')
  expect(withoutHome('at /opt/x.js', '/')).toBe('at /opt/x.js')
})
