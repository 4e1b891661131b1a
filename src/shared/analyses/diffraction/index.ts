import { distinctNames } from '../../electrochemistry/electrolysis'
import type { Mark, Series } from '../../figure'
import { columnOf, type Measurement } from '../../measurement'
import { message } from '../../message'
import { minMaxDecimate } from '../../numerics/minMaxDecimate'
import type { CatalystEntries, Entry } from '../../project'
import { defineAnalysis, type Finding, type Need, type Result, type Settings } from '../analysis'
import { referencesOf, type Reference } from './referencePhases'
import { braggSpacing, reflectionIn, scherrerSize, sizeError, spacingError, type Wavelengths } from './reflection'
import { wavelengthOf } from './wavelengthOf'

const SOURCE = 'Bragg 1913; Scherrer 1918; Ru hcp a 2.7058 Å, c 4.2819 Å: d(101) 0.2056 nm'

export const diffraction = defineAnalysis<null>({
  id: 'diffraction',
  version: 4,
  title: 'X-ray diffraction',
  tab: 'mechanism',
  scope: 'catalyst',
  metrics: ['lattice_spacing', 'crystallite_size'],
  about: {
    equation: 'd = λ/(2 sin θ);  L = K λ/(β cos θ), β² = B² − b²', source: SOURCE,
    assumes: ['one reflection in the range below: pseudo-Voigt on a straight line, Kα2 half as high where the file states its wavelength', 'counted intensities: each point weighted by one over what is expected there', 'λ as the file states it, or as entered; never assumed', 'no correction for the height of the sample', 'strain broadening is not separated: L is a lower limit']
  },
  settings: [
    { key: 'from', label: 'Range from', unit: '° 2θ', default: 42 },
    { key: 'to', label: 'Range to', unit: '° 2θ', default: 46 },
    { key: 'wavelength', label: 'Wavelength (0: as the file states)', unit: 'Å', default: 0 },
    { key: 'instrument', label: 'Instrument width (FWHM)', unit: '°', default: 0 },
    { key: 'K', label: 'Scherrer constant K', default: 0.9 },
    { key: 'reference', label: 'd of the reference metal', unit: 'nm', default: 0.2056 },
    { key: 'referenceName', label: 'Reference reflection', default: 'Ru (101)' },
    { key: 'sticks', label: 'Sticks of reference phases or spacings (nm), as Ru hcp; Cu fcc; 0.2056', default: 'Ru hcp' }
  ],
  after: [],
  collect: (view) => {
    const entries = patternsOf(view).map(({ id }) => id)
    return entries.length > 0 ? { entries, plan: null } : null
  },
  compute: (view, _plan, settings, context) => {
    const results: Result[] = []
    const needs: Need[] = []
    const findings: Finding[] = []
    const [pattern, detail]: [Series[], Series[]] = [[], []]
    const marks: Mark[] = []
    const look = view.catalyst === null ? {} : { catalyst: view.catalyst }
    const entries = patternsOf(view)
    const names = distinctNames(entries)
    let sticks: readonly Series[] = []
    for (const entry of entries) {
      const file = names.get(entry.id)!
      const measurement = context.load(entry.id)
      const { x, y } = pointsOf(measurement)
      pattern.push({ name: file, style: 'line', ...look, ...minMaxDecimate(x, y, 2000) })
      const wavelengths = wavelengthFor(entry, settings)
      if (wavelengths === null) {
        needs.push({ message: message('needs.wavelength', 'X-ray wavelength of {file} (its file states none)', { file }), where: 'settings', entries: [entry.id] })
        continue
      }
      try {
        if (sticks.length === 0) sticks = stickSeries(referencesOf(String(settings.sticks), wavelengths.alpha1_A, x[0] ?? 0, x.at(-1) ?? 180), y)
      } catch (error) {
        if (!(error instanceof RangeError)) throw error
        findings.push({ rule: 'diffraction', level: 'note', catalyst: view.catalyst, metric: 'lattice_spacing', source: SOURCE, entries: [entry.id], message: message('finding.sticks', 'No sticks: {why}', { why: error.message }) })
      }
      try {
        const rows = x.flatMap((angle, row) => (angle >= Number(settings.from) && angle <= Number(settings.to) ? [row] : []))
        const own = { x: rows.map((row) => x[row]!), y: rows.map((row) => y[row]!) }
        const reflection = reflectionIn(own.x, own.y, wavelengths)
        const { lattice, size, strain } = numbersOf(reflection, wavelengths, settings, entry, view.catalyst, entries.length > 1 ? file : null)
        results.push(lattice, ...size)
        findings.push(strainNote(strain, lattice, settings, file, view.catalyst, entry))
        detail.push({ name: file, style: 'points', ...look, ...own }, { name: `fit of ${file}`, style: 'line', ...look, x: own.x, y: reflection.fit.fitted })
        marks.push({ axis: 'x', value: reflection.twoTheta_deg, label: `${reflection.twoTheta_deg.toFixed(2)}°`, ...look }, { axis: 'x', value: angleOf(Number(settings.reference) * 10, wavelengths.alpha1_A), label: String(settings.referenceName) })
      } catch (error) {
        if (!(error instanceof RangeError)) throw error
        findings.push({ rule: 'diffraction', level: 'note', catalyst: view.catalyst, metric: 'lattice_spacing', source: SOURCE, entries: [entry.id], message: message('finding.diffraction', '{file} gives no reflection between {from} and {to}°: {why}', { file, from: Number(settings.from), to: Number(settings.to), why: error.message }) })
      }
    }
    const axes = { x: { title: '2θ', unit: '°' }, y: { title: 'Counts', unit: '' } }
    const handles = [{ label: 'Range from', setting: 'from', value: Number(settings.from) }, { label: 'Range to', setting: 'to', value: Number(settings.to) }]
    return {
      results, needs, findings,
      figures: [
        ...(pattern.length === 0 ? [] : [{ kind: 'xy' as const, id: 'diffraction', title: 'Diffraction pattern', ...axes, series: [...pattern, ...sticks], handles }]),
        ...(detail.length === 0 ? [] : [{ kind: 'xy' as const, id: 'diffraction-fit', title: 'Reflection', ...axes, series: detail, marks }])
      ]
    }
  }
})

/** Sticks up to a quarter of the pattern, from its lowest count; a gap between each and the next. */
function stickSeries(references: readonly Reference[], counts: readonly number[]): Series[] {
  const [low, high] = counts.reduce(([a, b], value) => [Math.min(a, value), Math.max(b, value)], [Infinity, -Infinity] as [number, number])
  return references.filter(({ sticks }) => sticks.length > 0).map(({ name, sticks }): Series => ({
    name, style: 'line', x: sticks.flatMap(({ twoTheta_deg }) => [twoTheta_deg, twoTheta_deg, NaN]), y: sticks.flatMap(({ intensity }) => [low, low + ((high - low) / 4) * (intensity / 100), NaN])
  }))
}

const patternsOf = (view: CatalystEntries): Entry[] => view.entries.filter((entry) => {
  const columns = entry.measurement?.columns ?? []
  return columns.some(({ quantity }) => quantity === 'two_theta') && columns.some(({ quantity }) => quantity === 'intensity' || quantity === 'other')
})

function pointsOf(measurement: Measurement): { x: number[]; y: number[] } {
  const angle = columnOf(measurement, 'two_theta')!.values
  const counts = (columnOf(measurement, 'intensity') ?? measurement.columns.find(({ quantity }) => quantity === 'other')!).values
  const rows = [...angle.keys()].filter((row) => Number.isFinite(angle[row]) && Number.isFinite(counts[row]))
  return { x: rows.map((row) => angle[row]!), y: rows.map((row) => counts[row]!) }
}

/** Å: a Kα1 of five digits is that of the file. */
const SAME_A = 5e-4

/** One that is typed counts; where it is the Kα1 that the file states with its Kα2, there are both. */
function wavelengthFor(entry: Entry, settings: Settings): Wavelengths | null {
  const stated = wavelengthOf(entry.measurement!)
  const typed_A = Number(settings.wavelength)
  if (!(typed_A > 0)) return stated
  const alpha2_A = stated !== null && Math.abs(stated.alpha1_A - typed_A) < SAME_A ? stated.alpha2_A : null
  return { alpha1_A: typed_A, alpha2_A }
}

const angleOf = (d_A: number, wavelength_A: number): number => (360 / Math.PI) * Math.asin(Math.min(1, wavelength_A / (2 * d_A)))

function numbersOf({ twoTheta_deg, uTwoTheta_deg, fwhm_deg, uFwhm_deg }: ReturnType<typeof reflectionIn>, { alpha1_A, alpha2_A }: Wavelengths, settings: Settings, entry: Entry, catalyst: string | null, file: string | null): { lattice: Result; size: Result[]; strain: number } {
  const d_nm = braggSpacing(twoTheta_deg, alpha1_A / 10)
  const method = `2θ = ${twoTheta_deg.toFixed(3)}°, λ = ${alpha1_A} Å${alpha2_A === null ? '' : ' with Kα2'}, pseudo-Voigt`
  const common = { catalyst, unit: 'nm', conditions: { plane: String(settings.referenceName), ...(file === null ? {} : { file }) }, inputs: [entry.id] }
  const size_nm = scherrerSize(twoTheta_deg, fwhm_deg, Number(settings.instrument), alpha1_A / 10, Number(settings.K))
  return {
    lattice: { ...common, metric: 'lattice_spacing', value: d_nm, u: spacingError(d_nm, twoTheta_deg, uTwoTheta_deg), method },
    size: size_nm === null ? [] : [{ ...common, metric: 'crystallite_size', value: size_nm, u: sizeError(size_nm, fwhm_deg, Number(settings.instrument), uFwhm_deg), method: `Scherrer, K = ${settings.K}, FWHM ${fwhm_deg.toFixed(3)}°, instrument ${settings.instrument}°; ${method}` }],
    strain: 100 * (d_nm / Number(settings.reference) - 1)
  }
}

function strainNote(strain_percent: number, lattice: Result, settings: Settings, file: string, catalyst: string | null, entry: Entry): Finding {
  return {
    rule: 'lattice-strain', level: 'note', catalyst, metric: 'lattice_spacing', conditions: lattice.conditions, source: SOURCE, entries: [entry.id],
    message: message('finding.strain', '{file}: d = {d} nm, {strain} % against {reference} nm of {name}: {word}.', {
      file, d: lattice.value.toFixed(4), strain: `${strain_percent < 0 ? '\u2212' : '+'}${Math.abs(strain_percent).toFixed(2)}`, reference: Number(settings.reference), name: String(settings.referenceName), word: strain_percent < 0 ? 'contracted' : 'expanded'
    })
  }
}
