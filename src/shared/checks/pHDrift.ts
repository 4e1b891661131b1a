import type { Finding } from '../analyses/analysis'
import { nernstSlope_V } from '../electrochemistry/potentialVsRhe'
import { roleOf } from '../electrochemistry/role'
import { groupBy } from '../groupBy'
import { message } from '../message'
import { runKey } from '../metadata/inheritCatalyst'
import type { Check } from './check'
import { statedInRuns } from '../electrochemistry/statedInRuns'
import { number, placeOf } from './stated'
import { OWN, threshold } from './thresholds'

const USUAL_C = 25

/** Reduction of nitrate makes OH⁻: without a buffer the bulk pH rises, and with it the potential vs RHE. One finding a catalyst; nothing where the pH afterwards is not stated. */
export const pHDrift: Check = {
  rule: 'ph-drift',
  scope: 'catalyst',
  run: (input) => {
    const most = threshold(input, 'pHDrift')
    const measured = input.entries.filter((entry) => entry.fields.pHAfter !== undefined && !['standard', 'blank'].includes(roleOf(entry) ?? ''))
    if (measured.length === 0) return []
    /** The rows of one run may state the two apart. */
    const stated = statedInRuns(input.entries)
    const drifts = measured.flatMap((entry) => { const from = stated(entry, 'pH')?.value; return from === undefined ? [] : [{ entry, from, to: entry.fields.pHAfter!.value }] })
    // Several rows of one electrolysis are one.
    const runs = [...groupBy(drifts, ({ entry }) => runKey(entry) ?? entry.id).values()].map((own) => own.toSorted((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from))[0]!)
    const far = runs.filter(({ from, to }) => Math.abs(to - from) > most + 1e-9).toSorted((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from))
    const byCatalyst = groupBy(far, ({ entry }) => entry.fields.catalyst?.value ?? null)
    return [...byCatalyst].map(([catalyst, own]): Finding => {
      const { entry, from, to } = own[0]!
      const temperature_C = entry.fields.temperature_C?.value
      const mV = number(Math.round(1000 * nernstSlope_V((temperature_C ?? USUAL_C) + 273.15) * (to - from)), 4)
      const params = { place: placeOf(entry, 'pHAfter'), from: number(from), to: number(to), n: own.length, most, mV }
      return {
        rule: 'ph-drift', level: 'warning', catalyst, metric: 'fe_nh3', source: OWN, entries: own.map((one) => one.entry.id),
        message: temperature_C === undefined
          ? message('check.pHDriftAtUsual', 'The bulk pH of {place} went from {from} to {to} ({n} electrolyses drift by more than {most}): against a reference electrode other than RHE its potential vs RHE moved by {mV} mV, if it was at {t} °C (temperature not stated); buffer, or report it.', { ...params, t: USUAL_C })
          : message('check.pHDrift', 'The bulk pH of {place} went from {from} to {to} ({n} electrolyses drift by more than {most}): against a reference electrode other than RHE its potential vs RHE moved by {mV} mV; buffer, or report it.', params)
      }
    })
  }
}
