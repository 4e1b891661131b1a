import type { Finding } from '../analyses/analysis'
import { nameOf } from '../electrochemistry/electrolysis'
import { techniqueOf } from '../electrochemistry/techniqueOf'
import { message } from '../message'
import { perEntry } from '../perEntry'
import type { Check } from './check'

/** EC-Lab writes zeros for <Ewe> in some exports; a sweep whose potential stands still is no sweep. Of an impedance nothing uses the column: its potential is a condition. */
export const emptyPotential: Check = {
  rule: 'empty-potential',
  scope: 'catalyst',
  run: (input) => input.entries.flatMap((entry) => emptyPotentialOf(entry))
}

const emptyPotentialOf = perEntry((entry): readonly Finding[] => {
  const potential = entry.measurement?.columns.find(({ quantity }) => quantity === 'potential')
  if (!potential || potential.rows < 10 || techniqueOf(entry) === 'EIS') return []
  const isZero = potential.min === 0 && potential.max === 0
  const isStill = ['LSV', 'CV'].includes(techniqueOf(entry) ?? '') && potential.min === potential.max
  if (!isZero && !isStill) return []
  return [{
    rule: 'empty-potential', level: 'error', catalyst: entry.fields.catalyst?.value ?? null, source: 'ixdat issues 84 and 180', entries: [entry.id],
    message: message('check.emptyPotential', 'The potential column "{column}" of {file} is {value} in all {rows} rows: export the file again with the measured potential.', { column: potential.name, file: nameOf(entry), value: potential.min ?? 0, rows: potential.rows })
  }]
})
