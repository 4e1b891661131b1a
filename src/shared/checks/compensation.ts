import type { Finding } from '../analyses/analysis'
import { nameOf } from '../electrochemistry/electrolysis'
import { message } from '../message'
import type { Entry } from '../project'
import type { Check } from './check'

const SOURCE = 'Gamry Framework documentation: Vf is corrected already where IR compensation is chosen; Anantharaj & Noda, J. Mater. Chem. A 10 (2022) 9348'

/** Corrected twice, or by more than all of R_u. */
export const compensation: Check = {
  rule: 'ir-compensation',
  scope: 'catalyst',
  run: (input) => input.entries.flatMap((entry): Finding[] => {
    const fraction = entry.fields.irFraction?.value
    const wanted = (entry.fields.ru_ohm?.value ?? 0) > 0 && fraction !== undefined && fraction > 0
    const finding = (rule: string, id: string, text: string): Finding => ({
      rule, level: 'error', catalyst: entry.fields.catalyst?.value ?? null, source: SOURCE, entries: [entry.id], message: message(id, text, { file: nameOf(entry), fraction: fraction ?? 0 })
    })
    return [
      ...(fraction !== undefined && fraction > 1 ? [finding('ir-fraction', 'check.irFraction', '{file}: an iR fraction of {fraction} corrects more than the whole of R_u; it is a number from 0 to 1.')] : []),
      ...(wanted && wasCompensated(entry) ? [finding('ir-twice', 'check.irTwice', '{file} was measured with the instrument\u2019s iR compensation on and is corrected again by the run sheet: empty one of the two.')] : [])
    ]
  })
}

function wasCompensated({ measurement }: Entry): boolean {
  return measurement?.settings.some(({ name, value }) => /^(IRCOMP|iR compensation)$/i.test(name) && /^(t|true|on|1|yes)$/i.test(String(value))) ?? false
}
