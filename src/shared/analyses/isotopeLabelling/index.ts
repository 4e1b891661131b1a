import { MOLAR_MASS_G_PER_MOL } from '../../constants'
import { nameOf } from '../../electrochemistry/electrolysis'
import { techniqueOf } from '../../electrochemistry/techniqueOf'
import type { Figure } from '../../figure'
import { columnOf, type Measurement } from '../../measurement'
import { message } from '../../message'
import type { CatalystEntries, Entry } from '../../project'
import { runKey, runNamed } from '../../metadata/inheritCatalyst'
import { fitAmmonium, type Area } from '../../spectroscopy/ammoniumMultiplets'
import { fitPeaks, areaOfPeak } from '../../spectroscopy/pseudoVoigt'
import { defineAnalysis, type Conditions, type Finding, type Need, type Result } from '../analysis'

const SOURCE = 'Nielander et al., ACS Catal. 9 (2019) 5797: ¹H NMR of ¹⁵NH₄⁺ and ¹⁴NH₄⁺ in acid'
const REGION_HALF_HZ = 130
const PROTONS_OF_AMMONIUM = 4
const AGREEMENT_PERCENT = 10

/** ¹H NMR of ammonium: how much ¹⁵N and ¹⁴N ammonia, and whether it agrees with the assay of the same run. */
export const isotopeLabelling = defineAnalysis<null>({
  id: 'isotope-labelling',
  version: 3,
  title: '¹⁵N/¹⁴N NMR of NH₄⁺',
  tab: 'performance',
  scope: 'catalyst',
  metrics: ['nmr_15n_share', 'nmr_nh4', 'n15_agreement'],
  about: {
    equation: 'c(NH₄⁺) = c(standard) · (A/4)/(A_standard/n_H);  A from ¹⁵N doublet (J 73 Hz) and ¹⁴N triplet (J 52 Hz) on a line', source: SOURCE,
    assumes: ['Lorentzian lines, one width for each isotope', 'both isotopes at one shift', 'spectrum fully relaxed and processed (phase, baseline)', 'the standard is a single line without neighbours within ±0.1 ppm']
  },
  settings: [
    { key: 'centre', label: 'NH₄⁺ near', unit: 'ppm', default: 6.95 },
    { key: 'standardShift', label: 'Internal standard at', unit: 'ppm', default: 6.26 },
    { key: 'standardProtons', label: 'Protons of the standard', default: 2 },
    { key: 'standard_mM', label: 'Internal standard in the tube (0: none)', unit: 'mM', default: 0 }
  ],
  after: ['ammonia-yield'],
  collect: (view) => {
    const spectra = nmrOf(view)
    const runs = new Set(spectra.flatMap((entry) => runKey(entry) ?? []))
    const electrolyses = view.entries.filter((entry) => entry.fields.volume_mL !== undefined && !spectra.includes(entry) && runs.has(runKey(entry) ?? ''))
    return spectra.length > 0 ? { entries: [...spectra, ...electrolyses].map(({ id }) => id), plan: null } : null
  },
  compute: (view, _plan, settings, context) => {
    const results: Result[] = []
    const findings: Finding[] = []
    const needs: Need[] = []
    const figures: Figure[] = []
    const yields = context.upstream('ammonia-yield')?.results ?? []
    for (const entry of nmrOf(view)) {
      const file = nameOf(entry)
      try {
        const { ppm, y, frequency_MHz } = spectrumOf(context.load(entry.id))
        const near = within(ppm, y, Number(settings.centre), REGION_HALF_HZ / frequency_MHz)
        const fit = fitAmmonium(near.ppm, near.y, frequency_MHz)
        const conditions: Conditions = { file }
        const [n15, n14] = [fit.doublet15N, fit.triplet14N]
        const method = `¹⁵N doublet J = ${fit.j15_Hz.toFixed(1)} Hz, ¹⁴N triplet J = ${fit.j14_Hz.toFixed(1)} Hz at ${fit.centre_ppm.toFixed(3)} ppm`
        const seen = [n15, n14].map(isSeen)
        if (!seen[0] && !seen[1]) {
          findings.push({ rule: 'nmr-empty', level: 'note', catalyst: view.catalyst, metric: 'nmr_nh4', source: SOURCE, entries: [entry.id], message: message('finding.nmrEmpty', '{file}: neither multiplet of ammonium stands out of the noise (3 u).', { file }) })
        } else {
          const total = n15.value + n14.value
          const u = n15.u === null || n14.u === null ? null : (100 * Math.hypot(n14.value * n15.u, n15.value * n14.u)) / total ** 2
          results.push({ catalyst: view.catalyst, metric: 'nmr_15n_share', value: (100 * n15.value) / total, u, unit: '%', conditions, method, inputs: [entry.id] })
          const standard = standardOf(ppm, y, frequency_MHz, Number(settings.standardShift))
          const standard_mM = Number(settings.standard_mM)
          const dilution = entry.fields.dilution?.value
          if (!(standard_mM > 0)) needs.push({ where: 'settings', message: message('needs.nmrStandard', 'concentration of the internal standard in the NMR tube'), entries: [entry.id] })
          else if (standard === null) needs.push({ where: 'settings', message: message('needs.nmrStandardLine', 'a line of the internal standard near {shift} ppm in {file}', { shift: Number(settings.standardShift), file }), entries: [entry.id] })
          else if (dilution === undefined || !(dilution > 0)) needs.push({ where: 'runSheet', field: 'dilution', message: message('needs.nmrDilution', 'dilution of the electrolyte in the NMR tube of {file} (1 if undiluted)', { file }), entries: [entry.id] })
          else results.push(...amounts({ n15, n14, standard, standard_mM, dilution, protons: Number(settings.standardProtons), entry, view, method, conditions, yields, findings }))
        }
        figures.push({
          kind: 'xy', id: `nmr-${figures.length + 1}`, title: `NH₄⁺ of ${file}`, x: { title: 'δ(¹H)', unit: 'ppm', reversed: true }, y: { title: 'Intensity', unit: 'a.u.' },
          series: [
            { name: file, style: 'line', x: near.ppm, y: near.y, ...(view.catalyst === null ? {} : { catalyst: view.catalyst }) }, { name: 'fit', style: 'dashed', x: near.ppm, y: [...fit.fitted] }
          ]
        })
      } catch (error) {
        if (!(error instanceof RangeError)) throw error
        findings.push({ rule: 'nmr', level: 'note', catalyst: view.catalyst, metric: 'nmr_nh4', source: SOURCE, entries: [entry.id], message: message('finding.nmr', '{file} is not fitted: {why}', { file, why: error.message }) })
      }
    }
    return { results, figures, needs, findings }
  }
})

const nmrOf = (view: CatalystEntries): Entry[] => view.entries.filter((entry) => techniqueOf(entry) === 'NMR' && entry.measurement !== null)
const isSeen = ({ value, u }: Area): boolean => u !== null && value > 3 * u

function spectrumOf(measurement: Measurement): { ppm: readonly number[]; y: readonly number[]; frequency_MHz: number } {
  const [x] = measurement.columns
  const y = columnOf(measurement, 'intensity')
  const frequency = measurement.facts.find(({ name }) => name === 'observeFrequency_MHz')?.value
  if (!x || !y) throw new RangeError('it has no axis or no intensity.')
  if (typeof frequency !== 'number') throw new RangeError('it does not state the frequency of the spectrometer, so that no splitting in Hz is known.')
  const unit = x.unit.trim().toUpperCase()
  if (unit !== 'PPM' && unit !== 'HZ') throw new RangeError(`its axis is in "${x.unit}" instead of ppm or Hz.`)
  return { ppm: [...(unit === 'HZ' ? x.values.map((value) => value / frequency) : x.values)], y: [...y.values], frequency_MHz: frequency }
}

function within(ppm: readonly number[], y: readonly number[], centre: number, half: number): { ppm: number[]; y: number[] } {
  const rows = ppm.flatMap((shift, i) => (Math.abs(shift - centre) <= half && Number.isFinite(y[i]) ? [i] : []))
  return { ppm: rows.map((i) => ppm[i]!), y: rows.map((i) => y[i]!) }
}

/** Area of the single line of the internal standard in intensity × Hz; null where none stands out. */
function standardOf(ppm: readonly number[], y: readonly number[], frequency_MHz: number, shift: number): Area | null {
  const near = within(ppm, y, shift, 0.1)
  if (near.ppm.length < 15) return null
  const x = near.ppm.map((value) => value * frequency_MHz)
  const top = near.y.reduce((best, value, i) => (value > near.y[best]! ? i : best), 0)
  const fit = fitPeaks(x, near.y, [{ centre: x[top]!, fwhm: 2, height: near.y[top]!, eta: 0.9 }])
  const [peak, u] = [fit.peaks[0]!, fit.u[0]!]
  if (u.height === null || u.fwhm === null || !(peak.height > 5 * u.height)) return null
  const area = areaOfPeak(peak)
  return { value: area, u: area * Math.hypot(u.height / peak.height, u.fwhm / peak.fwhm) }
}

interface Amounts {
  readonly n15: Area
  readonly n14: Area
  readonly standard: Area
  readonly standard_mM: number
  readonly dilution: number
  readonly protons: number
  readonly entry: Entry
  readonly view: CatalystEntries
  readonly method: string
  readonly conditions: Conditions
  readonly yields: readonly Result[]
  readonly findings: Finding[]
}

/** Concentrations in the electrolyte (times the dilution of the tube), and against the assay of the same run. */
function amounts({ n15, n14, standard, standard_mM, dilution, protons, entry, view, method, conditions, yields, findings }: Amounts): Result[] {
  const each = ([['15N', n15], ['14N', n14]] as const).flatMap(([isotope, area]) => {
    if (!isSeen(area)) return []
    const value = (standard_mM * dilution * (area.value / PROTONS_OF_AMMONIUM)) / (standard.value / protons)
    return [{ isotope, value, u: value * Math.hypot(area.u! / area.value, standard.u! / standard.value) }]
  })
  const how = `${method}; internal standard ${standard_mM} mM, dilution ${dilution}`
  const results: Result[] = each.map(({ isotope, value, u }) => ({ catalyst: view.catalyst, metric: 'nmr_nh4', value, u, unit: 'mM', conditions: { ...conditions, isotope }, method: how, inputs: [entry.id] }))
  const run = runKey(entry)
  const assay = yields.find((result) => result.metric === 'nh3_mass' && run !== null && runNamed(String(result.conditions.run ?? '')) === run)
  const volume = view.entries.find((other) => runKey(other) === run && other.fields.volume_mL !== undefined)?.fields.volume_mL?.value
  if (!assay || each.length === 0 || volume === undefined) return results
  // As the mass of ¹⁴NH₃, which is what the assay states whatever the isotope.
  const mg_per_mM = (volume * MOLAR_MASS_G_PER_MOL.NH3) / 1000
  const mass_mg = each.reduce((sum, { value }) => sum + value * mg_per_mM, 0)
  const uMass = Math.hypot(...each.map(({ u }) => u * mg_per_mM))
  if (!(assay.value > 0)) {
    findings.push({
      rule: 'nmr-agreement', level: 'warning', catalyst: view.catalyst, metric: 'n15_agreement', source: `within ${AGREEMENT_PERCENT} % of the assay`, entries: [entry.id, ...assay.inputs],
      message: message('check.nmrWithoutAssay', 'NMR finds {mass} mg NH₃ in run {run}, the assay none: one of the two is wrong.', { mass: mass_mg.toPrecision(3), run: String(assay.conditions.run) })
    })
    return results
  }
  const ratio = (100 * mass_mg) / assay.value
  const uRatio = assay.u === null ? null : ratio * Math.hypot(uMass / mass_mg, assay.u / assay.value)
  results.push({ catalyst: view.catalyst, metric: 'n15_agreement', value: ratio, u: uRatio, unit: '%', conditions: { ...conditions, run: String(assay.conditions.run) }, method: `${how}; ${mass_mg.toPrecision(4)} mg by NMR against ${assay.value.toPrecision(4)} mg by the assay`, inputs: [entry.id, ...assay.inputs] })
  if (Math.abs(ratio - 100) > AGREEMENT_PERCENT && (uRatio === null || Math.abs(ratio - 100) > 2 * uRatio)) {
    findings.push({
      rule: 'nmr-agreement', level: 'warning', catalyst: view.catalyst, metric: 'n15_agreement', source: `within ${AGREEMENT_PERCENT} % of the assay`, entries: [entry.id, ...assay.inputs],
      message: message('check.nmrAgreement', 'NMR finds {ratio} % of the NH₃ that the assay finds in run {run}: one of the two is wrong by more than {limit} %.', { ratio: ratio.toFixed(0), run: String(assay.conditions.run), limit: AGREEMENT_PERCENT })
    })
  }
  return results
}
