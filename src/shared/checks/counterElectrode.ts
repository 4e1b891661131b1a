import type { Finding } from '../analyses/analysis'
import { isBattery } from '../electrochemistry/role'
import { techniqueOf } from '../electrochemistry/techniqueOf'
import { groupBy } from '../groupBy'
import { message } from '../message'
import type { Entry } from '../project'
import type { Check } from './check'
import { placeOf, presence } from './stated'

const SOURCE = 'perspectives on pitfalls of water splitting: counter electrode artefacts'

/** Pt of the counter electrode dissolves and plates the cathode unless a membrane keeps it away. A membrane that nobody speaks of is one quiet note. */
export const counterElectrode: Check = {
  rule: 'counter-electrode',
  scope: 'project',
  run: ({ entries }) => {
    const platinum = entries.filter((entry) => isPlatinum(entry.fields.counterElectrode?.value ?? '') && ['CA', 'CP', 'LSV', 'CV'].includes(techniqueOf(entry) ?? '') && !isBattery(entry))
    const open = groupBy(platinum.filter(({ fields }) => presence(fields.membrane?.value) === 'none'), ({ fields }) => fields.catalyst?.value ?? null)
    const silent = platinum.some(({ fields }) => presence(fields.membrane?.value) !== undefined) ? [] : platinum
    const about = { rule: 'counter-electrode', source: SOURCE } as const
    return [...[...open].map(([catalyst, own]): Finding => ({
      ...about, level: 'warning', catalyst, entries: own.map(({ id }) => id),
      message: message('check.counterElectrode', '{place} ({n} files) has a counter electrode of {electrode} and no membrane: Pt may dissolve and plate the cathode, and count as activity; use carbon or a membrane.', {
        place: placeOf(own[0]!, 'counterElectrode'), n: own.length, electrode: own[0]!.fields.counterElectrode!.value
      })
    })), ...noteOf(silent).map((note): Finding => ({ ...about, ...note }))]
  }
}

const noteOf = (silent: readonly Entry[]): Pick<Finding, 'level' | 'catalyst' | 'entries' | 'message'>[] => (silent.length === 0 ? [] : [{
  level: 'note', catalyst: null, entries: silent.map(({ id }) => id),
  message: message('check.membraneUnknown', 'The counter electrode is of {electrode}, and whether a membrane parts it from the cathode is not on record (run sheet or Settings: membrane).', { electrode: silent[0]!.fields.counterElectrode!.value })
}])

/** 'Pt wire', 'Pt-mesh', 'platinised Ti', '铂片'. */
const isPlatinum = (text: string): boolean => /(^|[^a-z])pt(?![a-z])|platin|铂/i.test(text.normalize('NFKC'))
