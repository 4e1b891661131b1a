import type { Finding } from '../analyses/analysis'
import { message } from '../message'
import type { Check } from './check'

/** Run-sheet rows whose file is not in the project, or whose name several files have, or whose reading cannot count beside an earlier one. */
export const runSheetRows: Check = {
  rule: 'run-sheet-row',
  scope: 'project',
  run: (input) =>
    input.rowsWithoutFile.map(({ where, file, catalyst, problem }): Finding => ({
      rule: 'run-sheet-row', level: 'warning', catalyst, source: 'run sheet',
      message: problem === 'secondReading'
        ? message('check.secondReading', '{where} states a further reading of {file}, which does not count beside that of an earlier row: empty its file cell and write the run, or catalyst, potential and replicate.', { where, file })
        : problem === 'none'
          ? message('check.rowWithoutFile', '{where} names the file {file}, which is not in the project (yet): check its spelling.', { where, file })
          : message('check.rowAmbiguous', '{where} names {file}, but several files have that name: write its folder too.', { where, file })
    }))
}
