import type { Finding } from '../analyses/analysis'
import { nameOf } from '../electrochemistry/entryName'
import { message } from '../message'
import { perEntry } from '../perEntry'
import { statedRepeatedRows } from '../readers/repeatedRows'
import type { Check } from './check'

/** A file that was saved twice into one, or exports that overlap: what was found when it was read (readers/repeatedRows.ts). */
export const duplicatedRows: Check = {
  rule: 'duplicated-rows',
  scope: 'catalyst',
  run: (input) => input.entries.flatMap((entry) => duplicatedRowsOf(entry))
}

const duplicatedRowsOf = perEntry((entry): readonly Finding[] => {
  const found = entry.measurement && statedRepeatedRows(entry.measurement)
  if (!found) return []
  const params = { file: nameOf(entry), rows: found.rows, first: found.first, of: found.of }
  return [{
    rule: 'duplicated-rows', level: 'error', catalyst: entry.fields.catalyst?.value ?? null, source: 'ixdat issue 84', entries: [entry.id],
    message: found.kind === 'block'
      ? message('check.repeatedBlock', 'Duplicated rows in {file}: {rows}, from row {first} on, where those from row {of} come again to the last digit (counted below the header). It was saved twice, or exports were joined: export it once.', params)
      : message('check.repeatedRows', 'Duplicated rows in {file}: {rows}, the first at row {first}, each like the row before, time included (counted below the header). Exports that overlap were joined: export it once.', params)
  }]
})
