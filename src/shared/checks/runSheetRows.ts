import type { Finding } from '../analyses/analysis'
import { message } from '../message'
import type { Check } from './check'

/** Run-sheet rows whose file is not in the project, or whose name several files have. */
export const runSheetRows: Check = {
  rule: 'run-sheet-row',
  scope: 'project',
  run: (input) =>
    input.rowsWithoutFile.map(({ where, file, catalyst, problem }): Finding => ({
      rule: 'run-sheet-row', level: 'warning', catalyst, source: 'run sheet',
      message: problem === 'none'
        ? message('check.rowWithoutFile', '{where} names the file {file}, which is not in the project (yet): check its spelling.', { where, file })
        : message('check.rowAmbiguous', '{where} names {file}, but several files have that name: write its folder too.', { where, file })
    }))
}
