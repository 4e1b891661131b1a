import { nameOf } from '../../electrochemistry/electrolysis'
import { techniqueOf } from '../../electrochemistry/techniqueOf'
import type { Figure, Series } from '../../figure'
import { message } from '../../message'
import { minMaxDecimate } from '../../numerics/minMaxDecimate'
import type { CatalystEntries, Entry } from '../../project'
import { adsorbateText } from '../../spectroscopy/adsorbateText'
import { bandLibrary, ownBands, type LibraryBand } from '../../spectroscopy/bandLibrary'
import { findBands, type FoundBand } from '../../spectroscopy/findBands'
import { defineAnalysis, type ComputeContext, type Conditions, type Finding, type Result, type Settings } from '../analysis'
import { potentialText } from '../potentialFigure'
import { bandOnsets } from './bandOnsets'
import { heatMap } from './heatMap'
import { normalisations, prepareSpectra, references, treatments, type Preparation } from './prepareSpectra'
import { spectraOf, type Spectrum } from './spectraOf'
import { spectrumFigures } from './spectrumFigures'

const BANDS = 'bands as assigned in the seed paper, Sec. 3.5'
const SOURCE = `${BANDS}; baseline: Zhang, Chen, Liang, Analyst 135 (2010) 1138`
const MOST_DRAWN = 24
/** Of all spectra above each other: more cannot be seen, and take longer than a frame. */
const MOST_POINTS_DRAWN = 9600
/** The spectrum that shows most bands, the last of several. */
const AUTOMATIC = 'automatic'

/** In-situ Raman and infrared spectra: which bands are there, how strong, and from which potential on. */
export const vibrationalBands = defineAnalysis<null>({
  id: 'vibrational-bands',
  version: 7,
  title: 'Raman and infrared bands',
  tab: 'mechanism',
  scope: 'catalyst',
  metrics: ['band_position', 'band_intensity', 'band_onset', 'id_ig'],
  about: {
    equation: 'signal − airPLS baseline = Σ pseudo-Voigt + line;  present: height > threshold·noise and > 3 u(height);  SEIRAS: A = −log₁₀(R/R₀)', source: SOURCE,
    assumes: ['bands within 20 cm⁻¹ of the library', 'neighbouring bands are fitted together', 'noise from the second differences of each spectrum; smoothing lowers it', 'the reference spectrum is not one of the series', 'I_D/I_G by heights and by areas', 'errors to first order from the noise of every point, through the baseline, with the weights that it ended with', 'areas of pseudo-Voigts reach beyond the range that is fitted', 'a band sets in at the first potential from which on it is present in every spectrum']
  },
  settings: [
    { key: 'spectrum_RAMAN', label: 'Raman spectrum shown', default: AUTOMATIC, isFromData: true, isAtHand: true },
    { key: 'spectrum_IR', label: 'Infrared spectrum shown', default: AUTOMATIC, isFromData: true, isAtHand: true },
    { key: 'stiffness', label: 'Stiffness of the baseline, log₁₀ λ', default: 6, range: [3, 9] },
    { key: 'threshold', label: 'Height of a band, at least', unit: '× noise', default: 5 },
    { key: 'intensity', label: 'Intensity of a band', default: 'height', options: ['height', 'area'] },
    { key: 'treatment', label: 'Spectra', default: treatments[0], options: treatments },
    { key: 'reference', label: 'Reference spectrum', default: references[0], options: references },
    { key: 'smoothing', label: 'Smoothing window (0: none)', unit: 'points', default: 0, range: [0, 51] },
    { key: 'normalisation', label: 'Divided by', default: 'none', options: normalisations },
    { key: 'bands_RAMAN', label: 'Further Raman bands, as *NO 1620; *NOH 1440', default: '' },
    { key: 'bands_IR', label: 'Further infrared bands, as *NO 1650', default: '' }
  ],
  after: [],
  collect: (view) => {
    const entries = vibrationalOf(view).map(({ id }) => id)
    return entries.length > 0 ? { entries, plan: null } : null
  },
  compute: (view, _plan, settings, context) => {
    const results: Result[] = []
    const findings: Finding[] = []
    const figures: Figure[] = []
    const choices: Record<string, readonly string[]> = {}
    for (const method of ['RAMAN', 'IR'] as const) {
      const entries = vibrationalOf(view).filter((entry) => methodOf(entry) === method)
      const recorded = inOrder(entries.flatMap((entry) => spectraOf(entry, context.load(entry.id), view.defaults, nameOf(entry))))
      if (recorded.length === 0) continue
      const ready = prepared(recorded, method, settings)
      if ('why' in ready) {
        findings.push({ rule: 'spectra', level: 'error', catalyst: view.catalyst, metric: 'band_position', source: SOURCE, entries: entries.map(({ id }) => id), message: message('finding.spectra', 'The spectra cannot be treated as chosen: {why}', { why: ready.why }) })
        continue
      }
      const { spectra, note, library, choice } = ready
      const byArea = settings.intensity === 'area'
      const found = bandsOf(spectra, library, settings, choice, context)
      for (const { spectrum, bands } of found) results.push(...bands.flatMap((band) => numbersOf(band, spectrum, method, view.catalyst, spectra.length > 1, byArea)), ...ratioOf(bands, spectrum, view.catalyst, spectra.length > 1))
      results.push(...bandOnsets(found, method, view.catalyst))
      const labels = labelsOf(spectra)
      const chosen = chosenOf(found, labels, String(settings[`spectrum_${method}`]))
      choices[`spectrum_${method}`] = [AUTOMATIC, ...labels.values()]
      if (chosen) figures.push(...spectrumFigures({ spectrum: chosen, label: labels.get(chosen)!, note, unsmoothed: unsmoothed(recorded, chosen, choice), found: findBands(chosen.wavenumber_cm, chosen.signal, library, 10 ** Number(settings.stiffness), Number(settings.threshold)) }, method))
      figures.push(stackOf(spectra, method, view.catalyst, note), ...heatMap(spectra, method, note), ...intensityFigure(found, method, byArea))
      const warned = library.filter(({ name, interference }) => interference !== undefined && found.some(({ bands }) => bands.some(({ band, isPresent }) => isPresent && band.name === name)))
      if (warned.length > 0) {
        const neighbours = warned.map(({ name, interference }) => `${adsorbateText(name)} (${interference})`).join('; ')
        findings.push({ rule: 'band-interference', level: 'note', catalyst: view.catalyst, metric: 'band_position', source: BANDS, entries: entries.map(({ id }) => id), message: message('finding.interference', 'Bands with neighbours, {method}: {bands}.', { method: method === 'IR' ? 'infrared' : 'Raman', bands: neighbours }) })
      }
    }
    return { results, figures, needs: [], findings, choices }
  }
})

/** The spectra as the settings want them, with the bands to look for; or why not. */
function prepared(recorded: readonly Spectrum[], method: 'RAMAN' | 'IR', settings: Settings): { readonly spectra: readonly Spectrum[]; readonly note: string; readonly library: readonly LibraryBand[]; readonly choice: Preparation } | { readonly why: string } {
  const choice: Preparation = {
    treatment: treatments.find((one) => one === settings.treatment) ?? treatments[0], reference: references.find((one) => one === settings.reference) ?? references[0],
    normalisation: normalisations.find((one) => one === settings.normalisation) ?? 'none', smoothing: Number(settings.smoothing)
  }
  try {
    return { ...prepareSpectra(recorded, choice), choice, library: [...bandLibrary.filter((band) => band.method === method), ...ownBands(String(settings[`bands_${method}`] ?? ''), method)] }
  } catch (error) {
    if (error instanceof RangeError) return { why: error.message }
    throw error
  }
}

interface SpectrumBands { readonly spectrum: Spectrum; readonly bands: readonly FoundBand[] }

/**
 * The bands of every spectrum that is long enough. Where a spectrum depends on no other they are kept with the project: another choice of
 * what is shown, or one more file, fits none of the others again.
 */
function bandsOf(spectra: readonly Spectrum[], library: readonly LibraryBand[], settings: Settings, choice: Preparation, { derive }: Pick<ComputeContext, 'derive'>): SpectrumBands[] {
  const [lambda, threshold] = [10 ** Number(settings.stiffness), Number(settings.threshold)]
  const search = ({ wavenumber_cm, signal }: Spectrum): readonly FoundBand[] => findBands(wavenumber_cm, signal, library, lambda, threshold).bands
  const long = spectra.filter(({ wavenumber_cm }) => wavenumber_cm.length >= 20)
  if (choice.treatment !== treatments[0]) return long.map((spectrum) => ({ spectrum, bands: search(spectrum) }))
  const kept = new Map([...new Set(long.map(({ entryId }) => entryId))].map((entryId) => {
    const own = long.filter((spectrum) => spectrum.entryId === entryId)
    return [entryId, derive(entryId, 'bands', { library, lambda, threshold, choice }, () => own.map((spectrum) => ({ place: spectrum.place, bands: search(spectrum) })))]
  }))
  return long.map((spectrum) => ({ spectrum, bands: kept.get(spectrum.entryId)!.find(({ place }) => place === spectrum.place)!.bands }))
}

/** What each spectrum is called where one is chosen: its potential, or its name where that does not tell it from the others. */
function labelsOf(spectra: readonly Spectrum[]): ReadonlyMap<Spectrum, string> {
  const byPotential = (spectrum: Spectrum): string => (spectrum.potential_V_RHE === null ? spectrum.name : `${potentialText(spectrum.potential_V_RHE)} V`)
  const count = new Map<string, number>()
  for (const spectrum of spectra) count.set(byPotential(spectrum), (count.get(byPotential(spectrum)) ?? 0) + 1)
  return new Map(spectra.map((spectrum) => [spectrum, count.get(byPotential(spectrum)) === 1 ? byPotential(spectrum) : `${spectrum.name}, ${spectrum.place + 1}`]))
}

function chosenOf(found: readonly SpectrumBands[], labels: ReadonlyMap<Spectrum, string>, name: string): Spectrum | undefined {
  const wanted = found.find(({ spectrum }) => labels.get(spectrum) === name)
  const count = ({ bands }: SpectrumBands): number => bands.filter(({ isPresent }) => isPresent).length
  return (wanted ?? found.reduce<SpectrumBands | undefined>((best, one) => (best === undefined || count(one) >= count(best) ? one : best), undefined))?.spectrum
}

/** The same spectrum with everything but the smoothing done to it. */
function unsmoothed(recorded: readonly Spectrum[], chosen: Spectrum, choice: Preparation): readonly number[] | null {
  if (choice.smoothing < 4) return null
  return prepareSpectra(recorded, { ...choice, smoothing: 0 }).spectra.find(({ entryId, place }) => entryId === chosen.entryId && place === chosen.place)?.signal ?? null
}

const vibrationalOf = (view: CatalystEntries): Entry[] => view.entries.filter((entry) => {
  const columns = entry.measurement?.columns ?? []
  return methodOf(entry) !== null && columns.some(({ quantity }) => quantity === 'wavenumber') && columns.some(({ quantity, labels }: { quantity: string; labels?: unknown }) => ['intensity', 'absorbance', 'other'].includes(quantity) && !labels)
})

function methodOf(entry: Entry): 'RAMAN' | 'IR' | null {
  const technique = techniqueOf(entry)
  return technique === 'RAMAN' || technique === 'IR' ? technique : null
}

/** From positive to negative potentials, as they are stepped; those without one by their place. */
const inOrder = (spectra: readonly Spectrum[]): Spectrum[] => spectra.toSorted((a, b) => (b.potential_V_RHE ?? -Infinity) - (a.potential_V_RHE ?? -Infinity) || a.place - b.place)

function conditionsOf(spectrum: Spectrum, several: boolean): Conditions {
  if (spectrum.potential_V_RHE !== null) return { potential_V_RHE: spectrum.potential_V_RHE }
  return several ? { spectrum: spectrum.name } : {}
}

function numbersOf({ band, position_cm, uPosition_cm, height, uHeight, area, uArea, isPresent }: FoundBand, spectrum: Spectrum, method: string, catalyst: string | null, several: boolean, byArea: boolean): Result[] {
  if (!isPresent) return []
  const common = { catalyst, conditions: { band: band.name, method, ...conditionsOf(spectrum, several) }, inputs: [spectrum.entryId] }
  return [
    { ...common, metric: 'band_position', value: position_cm, u: uPosition_cm, unit: 'cm-1', method: `listed at ${band.position_cm} cm⁻¹` },
    byArea ? { ...common, metric: 'band_intensity', value: area, u: uArea, unit: 'a.u. cm-1', method: `area of the pseudo-Voigt; its height ${height.toPrecision(3)}` }
      : { ...common, metric: 'band_intensity', value: height, u: uHeight, unit: 'a.u.', method: 'height above the baseline, as recorded' }
  ]
}

/** I_D/I_G by heights, and by areas: a broad D band makes the second the larger. The baseline moves both bands alike. */
function ratioOf(bands: readonly FoundBand[], spectrum: Spectrum, catalyst: string | null, several: boolean): Result[] {
  const [d, g] = ['D band', 'G band'].map((name) => bands.find(({ band, isPresent }) => isPresent && band.name === name))
  if (!d || !g) return []
  const shared = d.common?.find(({ band }) => band === g.band.name)
  const result = (by: string, a: number, ua: number | null, b: number, ub: number | null, covariance: number): Result => ({
    catalyst, metric: 'id_ig', value: a / b, u: ua === null || ub === null ? null : (a / b) * Math.sqrt(Math.max(0, (ua / a) ** 2 + (ub / b) ** 2 - (2 * covariance) / (a * b))), unit: '1', conditions: { by, ...conditionsOf(spectrum, several) }, inputs: [spectrum.entryId],
    method: `I_D/I_G by ${by} of the fitted bands`
  })
  return [result('heights', d.height, d.uHeight, g.height, g.uHeight, shared?.heights ?? 0), result('areas', d.area, d.uArea, g.area, g.uArea, shared?.areas ?? 0)]
}

/** Spectra above each other, each moved up by the same step; in a long series every k-th. */
function stackOf(spectra: readonly Spectrum[], method: 'RAMAN' | 'IR', catalyst: string | null, note: string): Figure {
  const every = Math.ceil(spectra.length / MOST_DRAWN)
  const drawn = spectra.filter((_, i) => i % every === 0)
  const step = 0.6 * Math.max(...drawn.map(({ signal }) => Math.max(...signal.slice(0, 20_000)) - Math.min(...signal.slice(0, 20_000))), 0)
  const series = drawn.map((spectrum, i): Series => {
    const { x, y } = minMaxDecimate(spectrum.wavenumber_cm, spectrum.signal.map((value) => value + (drawn.length > 1 ? i * step : 0)), Math.min(800, Math.max(240, Math.floor(MOST_POINTS_DRAWN / drawn.length))))
    return { name: spectrum.potential_V_RHE === null ? spectrum.name : `${potentialText(spectrum.potential_V_RHE)} V`, style: 'line', x, y, ...(drawn.length > 1 ? { isNamedAtCurve: true as const } : {}), ...(drawn.length === 1 && catalyst !== null ? { catalyst } : {}), ...notesOf(i === 0 ? [note, every > 1 ? `every ${every}. of ${spectra.length} spectra` : ''] : []) }
  })
  return { kind: 'xy', id: `stack-${method}`, title: method === 'IR' ? 'Infrared spectra' : 'Raman spectra', x: { title: method === 'IR' ? 'Wavenumber' : 'Raman shift', unit: 'cm⁻¹', ...(method === 'IR' ? { reversed: true } : {}) }, y: { title: drawn.length > 1 ? 'Signal, moved apart' : 'Signal', unit: '', ...(drawn.length > 1 ? { isArbitrary: true as const } : {}) }, series }
}

function notesOf(notes: readonly string[]): { readonly note?: string } {
  const said = notes.filter((note) => note !== '')
  return said.length === 0 ? {} : { note: said.join('; ') }
}

function intensityFigure(found: readonly SpectrumBands[], method: 'RAMAN' | 'IR', byArea: boolean): Figure[] {
  const placed = found.filter(({ spectrum }) => spectrum.potential_V_RHE !== null)
  const names = [...new Set(placed.flatMap(({ bands }) => bands.filter(({ isPresent }) => isPresent).map(({ band }) => band.name)))]
  const series = names.map((name): Series => {
    const points = placed.flatMap(({ spectrum, bands }) => { const band = bands.find((one) => one.band.name === name); return band ? [{ x: spectrum.potential_V_RHE!, y: !band.isPresent ? 0 : byArea ? band.area : band.height, u: !band.isPresent ? null : byArea ? band.uArea : band.uHeight }] : [] })
    return { name: adsorbateText(name), style: 'linePoints', x: points.map(({ x }) => x), y: points.map(({ y }) => y), yError: points.map(({ u }) => u) }
  })
  return placed.length < 3 || series.length === 0 ? [] : [{ kind: 'xy', id: `bands-${method}`, title: 'Band intensity', x: { title: 'E vs RHE', unit: 'V' }, y: byArea ? { title: 'Area', unit: 'a.u. cm⁻¹' } : { title: 'Height', unit: 'a.u.' }, series }]
}
