import type { Finding } from '../analyses/analysis'
import { nameOf } from '../electrochemistry/electrolysis'
import { groupBy } from '../groupBy'
import { message } from '../message'
import { resultsOf, type Check } from './check'
import { OWN, threshold } from './thresholds'

/** The R_u that potentials are corrected by should be what the impedance of the same electrode says. */
export const resistanceDiffers: Check = {
  rule: 'resistance-differs',
  scope: 'catalyst',
  run: (input) => {
    /** Farther apart than this (and than twice the error of the fit), two resistances are not the same. */
    const far = threshold(input, 'resistance') / 100
    const measured = resultsOf(input, 'rs').filter(({ value }) => value > 0)
    const corrected = input.entries.filter(({ fields }) => (fields.ru_ohm?.value ?? 0) > 0 && (fields.irFraction?.value ?? 0) > 0)
    return [...groupBy(corrected, ({ fields }) => `${fields.catalyst?.value ?? ''}\n${fields.ru_ohm!.value}`).values()].flatMap((entries): Finding[] => {
      const [ru, catalyst] = [entries[0]!.fields.ru_ohm!.value, entries[0]!.fields.catalyst?.value ?? null]
      const own = measured.filter((result) => result.catalyst === catalyst)
      // Of several spectra the nearest counts: one is of this electrode, and which is not said.
      const [nearest] = own.toSorted((a, b) => Math.abs(a.value - ru) - Math.abs(b.value - ru))
      if (!nearest || Math.abs(nearest.value - ru) <= far * nearest.value + 2 * (nearest.u ?? 0)) return []
      return [{
        rule: 'resistance-differs', level: 'warning', catalyst, metric: 'rs', conditions: nearest.conditions, entries: [...new Set([...entries.map(({ id }) => id), ...nearest.inputs])], source: OWN,
        message: message('check.resistanceDiffers', '{file} is corrected by R_u = {ru} Ω, but the impedance gives R_s = {rs} Ω: which of them is that of this electrode?', {
          file: [...new Set(entries.map(nameOf))].slice(0, 3).join(', ') + (entries.length > 3 ? ' …' : ''), ru, rs: Number(nearest.value.toPrecision(3))
        })
      }]
    })
  }
}
