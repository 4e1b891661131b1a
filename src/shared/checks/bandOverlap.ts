import type { Finding } from '../analyses/analysis'
import { message } from '../message'
import { adsorbateText } from '../spectroscopy/adsorbateText'
import { resultsOf, type Check } from './check'

const NEAR_CM = 30
const carbon = /^[DG] band$/

/** An assigned band under the D or G band of carbon can hardly be told from it. */
export const bandOverlap: Check = {
  rule: 'band-overlap',
  scope: 'catalyst',
  run: (input) => {
    const bands = resultsOf(input, 'band_position')
    const own = bands.filter(({ conditions }) => carbon.test(String(conditions.band)))
    const seen = new Set<string>()
    return bands.flatMap((result): Finding[] => {
      const band = String(result.conditions.band)
      const near = own.find((other) => Math.abs(other.value - result.value) <= NEAR_CM && (other.catalyst === null || other.catalyst === result.catalyst))
      const key = `${result.catalyst} ${band}`
      if (carbon.test(band) || !near || seen.has(key)) return []
      seen.add(key)
      return [{
        rule: 'band-overlap', level: 'warning', catalyst: result.catalyst, metric: 'band_position', conditions: result.conditions, entries: result.inputs, source: 'within ±30 cm⁻¹ (our own threshold)',
        message: message('check.bandOverlap', '{band} at {position} cm⁻¹ lies {distance} cm⁻¹ from the {carbon} at {other} cm⁻¹: its assignment needs the shape of both.', {
          band: adsorbateText(band), position: Math.round(result.value), distance: Math.round(Math.abs(near.value - result.value)), carbon: String(near.conditions.band), other: Math.round(near.value)
        })
      }]
    })
  }
}
