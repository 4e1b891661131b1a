import { distinctNames, nameOf } from '../../electrochemistry/electrolysis'
import { isNitrateFree } from '../../electrochemistry/role'
import { techniqueOf } from '../../electrochemistry/techniqueOf'
import { columnOf, type Measurement } from '../../measurement'
import { message } from '../../message'
import type { CatalystEntries, Entry } from '../../project'
import { spinAdducts } from '../../spectroscopy/spinAdducts'
import { defineAnalysis, type Conditions, type Finding, type Result } from '../analysis'
import { acquisitionOf, type SctNorm } from './acquisition'
import { fitAdducts, type AdductFit } from './fitAdducts'
import { AS_RECORDED, spectraFigures, type DrawnSpectrum } from './spectraFigure'
import { withFiles } from '../toldApart'
import { wholeSpectrum } from './wholeSpectrum'

const SOURCE = 'Buettner, Free Radic. Biol. Med. 3 (1987) 259; DMPO–H and DMPO–OH as in the seed paper'

/** Height above the noise from which on a spectrum shows anything. */
const LEAST_HEIGHT = 10
/** A fit takes a part of a second, and curves above each other have no room for more. */
const MOST_FITS = 30

export const spinTrapping = defineAnalysis<null>({
  id: 'spin-trapping',
  version: 5,
  title: 'EPR of spin adducts',
  tab: 'mechanism',
  scope: 'catalyst',
  metrics: ['epr_intensity'],
  about: {
    equation: 'S(B) = Σ aᵢ·dLᵢ/dB + const.;  intensity aᵢ = ∬S dB² of each adduct;  whole spectrum: S_max − S_min, ∬(S − baseline) dB²', source: SOURCE,
    assumes: [
      'DMPO–H: a_N 16.5 G, 2 × a_H 22.5 G (nine lines); DMPO–OH: 14.9/14.9 G (1:2:2:1); DMPO–OOH: 14.3/11.7/1.25 G', 'one centre and one Lorentzian width for all', 'negative shares are zero',
      'whole spectrum: straight baselines through the ends of the sweep, of S and of its integral; wings beyond the sweep are not in it; the height is that of the strongest lines, whatever their adduct',
      'per scan, gain and √power where the file states them; else as recorded'
    ]
  },
  settings: [
    { key: 'normalise', label: 'Per scan, gain and √power', default: true },
    { key: 'sctNorm', label: 'Bruker files with SctNorm True are divided by', default: 'not stated', options: ['not stated', 'scans', 'scans and gain'] satisfies readonly SctNorm[] }
  ],
  after: [],
  collect: (view) => {
    const entries = eprOf(view).map(({ id }) => id)
    return entries.length > 0 ? { entries, plan: null } : null
  },
  compute: (view, _plan, settings, context) => {
    const results: Result[] = []
    const findings: Finding[] = []
    const drawn: DrawnSpectrum[] = []
    const entries = eprOf(view)
    const names = distinctNames(entries)
    const conditionsBy = withFiles(entries, (entry) => conditionsOf(entry, entries.length > 1))
    for (const entry of entries) {
      const file = names.get(entry.id)!
      const note = (level: Finding['level'], rule: string, id: string, text: string, params: Record<string, string | number> = {}): void =>
        void findings.push({ rule, level, catalyst: view.catalyst, metric: 'epr_intensity', source: SOURCE, entries: [entry.id], message: message(id, text, { file, ...params }) })
      try {
        const measurement = context.load(entry.id)
        const spectra = spectraOf(measurement)
        const acquisition = sweepsPower(measurement) ? { missing: ['one microwave power (it is swept)'] } : acquisitionOf(measurement.settings, settings.sctNorm as SctNorm)
        if (spectra.length > MOST_FITS) note('note', 'epr-series', 'finding.eprSeries', '{file} is a series of {count} spectra: their heights and integrals are given, no fits and no figure.', { count: spectra.length })
        const isNormalised = settings.normalise === true && !('missing' in acquisition)
        const factor = isNormalised ? 1 / (acquisition.scans * acquisition.gain * Math.sqrt(acquisition.power_mW)) : 1
        const how = isNormalised ? 'per scan, gain and √mW' : AS_RECORDED
        if (settings.normalise === true && 'missing' in acquisition) note('warning', 'epr-normalisation', 'check.eprNormalisation', '{file} states no {missing}: its intensity is as recorded and must not be compared with other spectra.', { missing: acquisition.missing.join(', ') })
        for (const { field, signal, label } of spectra) {
          const conditions = { ...conditionsBy.get(entry.id), ...(label === null ? {} : { spectrum: label }) }
          const common = { catalyst: view.catalyst, metric: 'epr_intensity', unit: 'a.u.', inputs: [entry.id] }
          const own = label === null ? file : `${file}, ${label}`
          const fit = spectra.length > MOST_FITS ? null : fitOf(field, signal, (why) => note('note', 'epr', 'finding.epr', '{file} is not fitted: {why}', { file: own, why }))
          if (fit && !fit.describes) note('note', 'epr-fit', 'finding.eprFit', 'The adducts of DMPO describe {r2} % of {file} only: it may show something else, or nothing.', { file: own, r2: Math.max(0, 100 * fit.r2).toFixed(0) })
          const shown = fit?.describes ? fit : null
          const whole = wholeOf(field, signal, (why) => note('note', 'epr', 'finding.epr', '{file} is not fitted: {why}', { file: own, why }))
          if (!whole) continue
          if (whole.peakToPeak > (LEAST_HEIGHT / Math.SQRT2) * whole.uPeakToPeak) {
            results.push(
              { ...common, value: whole.peakToPeak * factor, u: whole.uPeakToPeak * factor, conditions: { measure: 'peak to peak', ...conditions }, method: `whole spectrum: highest less lowest point, ${how}` },
              { ...common, value: whole.doubleIntegral * factor, u: whole.uDoubleIntegral * factor, conditions: { measure: 'double integral', ...conditions }, method: `whole spectrum: double integral over straight baselines, ${how}; u from the noise alone${shown ? insideSweep(field, shown) : ''}` }
            )
          }
          const seen = shown ? shown.amounts.filter(({ amount, u }) => u !== null && amount >= 3 * u) : []
          for (const { adduct, amount, u } of seen) {
            results.push({
              ...common, value: amount * factor, u: u! * factor, conditions: { adduct: adduct.name, ...conditions },
              method: `double integral of the fitted share, ${how}; centre ${shown!.centre_G.toFixed(2)} G, width ${shown!.width_G.toFixed(2)} G, r² = ${shown!.r2.toFixed(3)}`
            })
          }
          if (spectra.length <= MOST_FITS) drawn.push({ file: own, field, signal, factor, how, nitrate: isNitrateFree(entry) ? 'without' : (entry.fields.nitrate_M?.value ?? 0) > 0 ? 'with' : null, fit: shown, adducts: seen.map(({ adduct }) => adduct) })
        }
      } catch (error) {
        if (!(error instanceof RangeError)) throw error
        note('note', 'epr', 'finding.epr', '{file} is not fitted: {why}', { why: error.message })
      }
    }
    return { results, figures: spectraFigures(drawn, view.catalyst), needs: [], findings }
  }
})

/** How much of its lines such an integral finds: baselines take the wings for ground, and some lie beyond the sweep. */
function insideSweep(field: Float64Array, { amounts, fitted }: AdductFit): string {
  const all = amounts.reduce((sum, { amount }) => sum + amount, 0)
  return all > 0 ? `; ${((100 * wholeSpectrum(field, fitted).doubleIntegral) / all).toFixed(1)} % of the fitted lines are found this way in this sweep` : ''
}

function wholeOf(field: Float64Array, signal: Float64Array, say: (why: string) => void): ReturnType<typeof wholeSpectrum> | null {
  try {
    return wholeSpectrum(field, signal)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    say(error.message)
    return null
  }
}

/** null, and why, where there is nothing that could be fitted. */
function fitOf(field: Float64Array, signal: Float64Array, say: (why: string) => void): AdductFit | null {
  try {
    return fitAdducts(field, signal, spinAdducts)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    say(error.message)
    return null
  }
}

const eprOf = (view: CatalystEntries): Entry[] => view.entries.filter((entry) => techniqueOf(entry) === 'EPR' && (entry.measurement?.columns.some(({ quantity }) => quantity === 'field') ?? false))

const gaussPer: ReadonlyMap<string, number> = new Map([['g', 1], ['gauss', 1], ['mt', 10], ['t', 10_000]])

/** One spectrum, or those of a series with what tells them apart. */
function spectraOf(measurement: Measurement): { field: Float64Array; signal: Float64Array; label: string | null }[] {
  const field = columnOf(measurement, 'field')
  const signal = columnOf(measurement, 'intensity') ?? measurement.columns.find(({ quantity, labels }) => quantity === 'other' && !labels)
  if (!field || !signal) throw new RangeError('it has no field or no intensity column.')
  const factor = gaussPer.get(field.unit.trim().toLowerCase())
  if (factor === undefined) throw new RangeError(`the unit "${field.unit}" of its field is not known.`)
  const values = field.values.map((value) => value * factor)
  const segments = measurement.segments.filter(({ kind }) => kind === 'spectrum')
  if (segments.length < 2) return [{ field: values, signal: signal.values, label: null }]
  return segments.map(({ start, end, label }, i) => ({ field: values.subarray(start, end), signal: signal.values.subarray(start, end), label: label ?? String(i + 1) }))
}

/** Then the power that the header states is not that of every spectrum. */
const sweepsPower = ({ columns, segments }: Measurement): boolean => segments.length > 1 && columns.some(({ name }) => /^attenuation$|power/i.test(name))

function conditionsOf(entry: Entry, several: boolean): Conditions {
  const nitrate = isNitrateFree(entry) ? 0 : entry.fields.nitrate_M?.value
  return { ...(nitrate === undefined ? {} : { nitrate_M: nitrate }), ...(several && nitrate === undefined ? { file: nameOf(entry) } : {}) }
}
