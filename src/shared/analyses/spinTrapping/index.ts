import { nameOf } from '../../electrochemistry/electrolysis'
import { isNitrateFree } from '../../electrochemistry/role'
import { techniqueOf } from '../../electrochemistry/techniqueOf'
import type { Figure, Series } from '../../figure'
import { columnOf, type Measurement } from '../../measurement'
import { message } from '../../message'
import { minMaxDecimate } from '../../numerics/minMaxDecimate'
import type { CatalystEntries, Entry } from '../../project'
import { spinAdducts } from '../../spectroscopy/spinAdducts'
import { defineAnalysis, type Conditions, type Finding, type Result } from '../analysis'
import { acquisitionOf } from './acquisition'
import { fitAdducts } from './fitAdducts'

const SOURCE = 'Buettner, Free Radic. Biol. Med. 3 (1987) 259; DMPO–H and DMPO–OH as in the seed paper'

export const spinTrapping = defineAnalysis<null>({
  id: 'spin-trapping',
  version: 1,
  title: 'EPR of spin adducts',
  tab: 'mechanism',
  scope: 'catalyst',
  metrics: ['epr_intensity'],
  about: {
    equation: 'S(B) = Σ aᵢ·dLᵢ/dB + const.;  intensity aᵢ = ∬S dB² of each adduct', source: SOURCE,
    assumes: ['DMPO–H: a_N 16.5 G, 2 × a_H 22.5 G (nine lines); DMPO–OH: 14.9/14.9 G (1:2:2:1); DMPO–OOH: 14.3/11.7/1.25 G', 'one centre and one Lorentzian width for all', 'negative shares are zero', 'per scan, gain and √power where the file states them; else as recorded']
  },
  settings: [{ key: 'normalise', label: 'Per scan, gain and √power', default: true }],
  after: [],
  collect: (view) => {
    const entries = eprOf(view).map(({ id }) => id)
    return entries.length > 0 ? { entries, plan: null } : null
  },
  compute: (view, _plan, settings, context) => {
    const results: Result[] = []
    const findings: Finding[] = []
    const series: Series[] = []
    const entries = eprOf(view)
    for (const entry of entries) {
      const file = nameOf(entry)
      const note = (level: Finding['level'], rule: string, id: string, text: string, params: Record<string, string | number> = {}): void =>
        void findings.push({ rule, level, catalyst: view.catalyst, metric: 'epr_intensity', source: SOURCE, entries: [entry.id], message: message(id, text, { file, ...params }) })
      try {
        const measurement = context.load(entry.id)
        const { field, signal } = spectrumOf(measurement)
        const fit = fitAdducts(field, signal, spinAdducts)
        const acquisition = acquisitionOf(measurement.settings)
        const isNormalised = settings.normalise === true && !('missing' in acquisition)
        const factor = isNormalised ? 1 / (acquisition.scans * acquisition.gain * Math.sqrt(acquisition.power_mW)) : 1
        if (settings.normalise === true && 'missing' in acquisition) note('warning', 'epr-normalisation', 'check.eprNormalisation', '{file} states no {missing}: its intensity is as recorded and must not be compared with other spectra.', { missing: acquisition.missing.join(', ') })
        if (!fit.describes) note('note', 'epr-fit', 'finding.eprFit', 'The adducts of DMPO describe {r2} % of {file} only: it may show something else, or nothing.', { r2: Math.max(0, 100 * fit.r2).toFixed(0) })
        for (const { adduct, amount, u } of fit.amounts) {
          if (u === null || amount < 3 * u || !fit.describes) continue
          results.push({
            catalyst: view.catalyst, metric: 'epr_intensity', value: amount * factor, u: u * factor, unit: 'a.u.', conditions: { adduct: adduct.name, ...conditionsOf(entry, entries.length > 1) }, inputs: [entry.id],
            method: `double integral of the fitted share, ${isNormalised ? 'per scan, gain and √mW' : 'as recorded'}; centre ${fit.centre_G.toFixed(2)} G, width ${fit.width_G.toFixed(2)} G, r² = ${fit.r2.toFixed(3)}`
          })
        }
        series.push({ name: file, style: 'line', ...(view.catalyst === null ? {} : { catalyst: view.catalyst }), ...minMaxDecimate(field, signal, 1500) }, ...(!fit.describes ? [] : [{ name: `fit of ${file}`, style: 'dashed' as const, ...minMaxDecimate(field, fit.fitted, 1500) }]))
      } catch (error) {
        if (!(error instanceof RangeError)) throw error
        note('note', 'epr', 'finding.epr', '{file} is not fitted: {why}', { why: error.message })
      }
    }
    const figures: Figure[] = series.length === 0 ? [] : [{ kind: 'xy', id: 'epr', title: 'EPR spectra', x: { title: 'Magnetic field', unit: 'G' }, y: { title: 'dχ″/dB', unit: '' }, series }]
    return { results, figures, needs: [], findings }
  }
})

const eprOf = (view: CatalystEntries): Entry[] => view.entries.filter((entry) => techniqueOf(entry) === 'EPR' && (entry.measurement?.columns.some(({ quantity }) => quantity === 'field') ?? false))

const gaussPer: ReadonlyMap<string, number> = new Map([['g', 1], ['gauss', 1], ['mt', 10], ['t', 10_000]])

function spectrumOf(measurement: Measurement): { field: Float64Array; signal: Float64Array } {
  const field = columnOf(measurement, 'field')
  const signal = columnOf(measurement, 'intensity') ?? measurement.columns.find(({ quantity, labels }) => quantity === 'other' && !labels)
  if (!field || !signal) throw new RangeError('it has no field or no intensity column.')
  const factor = gaussPer.get(field.unit.trim().toLowerCase())
  if (factor === undefined) throw new RangeError(`the unit "${field.unit}" of its field is not known.`)
  return { field: field.values.map((value) => value * factor), signal: signal.values }
}

function conditionsOf(entry: Entry, several: boolean): Conditions {
  const nitrate = isNitrateFree(entry) ? 0 : entry.fields.nitrate_M?.value
  return { ...(nitrate === undefined ? {} : { nitrate_M: nitrate }), ...(several && nitrate === undefined ? { file: nameOf(entry) } : {}) }
}
