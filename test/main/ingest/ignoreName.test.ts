import { expect, it } from 'vitest'
import { ignoredByName } from '../../../src/main/ingest/ignoreName'

it('leaves out by name what nobody measured', () => {
  const ignored = ['~$runsheet.xlsx', 'Thumbs.db', '.hidden', 'old_LSV.txt', 'a.tmp', 'lab.rum-wal', 'POTCAR', 'EIGENVAL.gz', 'OSZICAR', 'vaspout.h5']
  expect(ignored.filter((name) => ignoredByName(name) === null)).toEqual([])
})
it('and nothing that only looks like it', () => {
  const kept = ['report.txt', 'Report.TXT', 'REPORT01.CSV', 'potcar', 'POTCAR.txt', 'DOSCAR', 'OUTCAR.gz', 'CONTCAR', 'vasprun.xml', 'CHGCAR', 'template.xlsx']
  expect(kept.filter((name) => ignoredByName(name) !== null)).toEqual([])
})
