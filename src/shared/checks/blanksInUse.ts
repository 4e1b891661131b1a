import type { Finding } from '../analyses/analysis'
import { analyteOfEntry, isReading, nameOf } from '../electrochemistry/electrolysis'
import { roleOf } from '../electrochemistry/role'
import { message } from '../message'
import type { Entry } from '../project'
import type { Check, CheckInput } from './check'

export const blanksOnRecord = ({ entries }: CheckInput): readonly Entry[] => entries.filter((entry) => roleOf(entry) === 'blank' && isReading(entry))

/** Those of the entries that some number was made of; looks no further when it has found them all. */
export function usedOf({ outcomes }: CheckInput, entries: readonly Entry[]): ReadonlySet<Entry> {
  const open = new Map(entries.map((entry) => [entry.id, entry]))
  const used = new Set<Entry>()
  for (const { results } of outcomes) {
    for (const { inputs } of results) {
      if (open.size === 0) return used
      for (const id of inputs) {
        const entry = open.get(id)
        if (entry === undefined) continue
        used.add(entry)
        open.delete(id)
      }
    }
  }
  return used
}

/** A blank that nothing is less: of another run, potential or catalyst than any sample, or of an analyte that is not known. */
export const unusedBlank: Check = {
  rule: 'unused-blank',
  scope: 'project',
  run: (input) => {
    const blanks = blanksOnRecord(input)
    if (blanks.length === 0) return []
    const used = usedOf(input, blanks)
    const unused = blanks.filter((blank) => !used.has(blank))
    if (unused.length === 0) return []
    /** Where no sample of the analyte has a number yet, the cards say what it lacks. */
    const samples = input.entries.filter((entry) => isReading(entry) && !['standard', 'blank'].includes(roleOf(entry) ?? ''))
    const analysed = new Set([...usedOf(input, samples)].map(analyteOfEntry))
    return unused.flatMap((entry): Finding[] => {
      const analyte = analyteOfEntry(entry)
      if (analyte !== undefined && !analysed.has(analyte)) return []
      const params = { place: placeOf(entry), analyte: analyte ?? '' }
      return [{
        rule: 'unused-blank', level: 'warning', catalyst: entry.fields.catalyst?.value ?? null, source: 'a blank is that of its run, else of its catalyst and potential, else of all', entries: [entry.id],
        message: analyte === undefined
          ? message('check.blankAnalyte', 'The blank in {place} is subtracted from nothing: its analyte (NH3, NO2, NO3) is not stated or not known.', params)
          : message('check.unusedBlank', 'The {analyte} blank in {place} is subtracted from nothing: no sample has its run, or its catalyst, potential, replicate and cycle, or all of them have nearer blanks.', params)
      }]
    })
  }
}

const placeOf = (entry: Entry): string => entry.fields.role?.where ?? nameOf(entry)
