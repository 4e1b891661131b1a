import type { BarGroup, Figure, Series, XyFigure } from '../../figure'
import { message } from '../../message'
import { DMPO_H } from '../../spectroscopy/spinAdducts'
import { defineAnalysis, type Finding, type Outcome, type Result } from '../analysis'
import { movedApart } from '../movedApart'
import { AS_RECORDED } from '../spinTrapping/spectraFigure'

/** Spectra of spin adducts of all catalysts: one row and one entry of the legend each; and how much of •H nitrate takes away. */
export const compareSpinTrapping = defineAnalysis<null>({
  id: 'compare-spin-trapping',
  version: 5,
  title: 'EPR of spin adducts',
  tab: 'mechanism',
  scope: 'comparison',
  metrics: [],
  about: {
    equation: 'as on the card of each catalyst, moved apart', source: 'the cards of the catalysts',
    assumes: ['one scale for all where all are per scan, gain and √power or all as recorded; else each to its own span', 'as recorded: compare heights only where scans, gain and power were the same', 'dashed: without nitrate']
  },
  settings: [],
  after: ['spin-trapping'],
  collect: () => ({ entries: [], plan: null }),
  compute: (_view, _plan, _settings, context) => {
    const outcomes = context.upstreamAll('spin-trapping')
    const figures = outcomes.flatMap((outcome) => outcome.figures.filter((figure): figure is XyFigure => figure.kind === 'xy' && figure.id === 'epr'))
    const curves = figures.flatMap(({ series }) => series.filter(({ catalyst }) => catalyst !== undefined).map(centred))
    if (new Set(curves.map(({ catalyst }) => catalyst)).size < 2) return { results: [], figures: [], needs: [], findings: [] }
    const kinds = [...new Set(figures.map(({ y }) => y.title.replace(', moved apart', '')))]
    const isOneScale = kinds.length === 1
    const apart = outcomes.filter(({ figures: own }) => own.some(({ id }) => id === 'epr-as-recorded')).flatMap(({ catalyst }) => catalyst ?? [])
    const left: Finding[] = apart.length === 0 ? [] : [{
      rule: 'epr-normalisation', level: 'note', catalyst: null, metric: 'epr_intensity', source: 'the cards of the catalysts', entries: [],
      message: message('finding.eprApart', 'Spectra of {catalysts} as recorded are not drawn here beside those per scan, gain and √power of the same catalyst; the card of each shows them.', { catalysts: apart.join(', ') })
    }]
    const findings: Finding[] = isOneScale ? left : [...left, {
      rule: 'epr-normalisation', level: 'warning', catalyst: null, metric: 'epr_intensity', source: 'the cards of the catalysts', entries: [],
      message: message('check.eprUnlike', 'Some catalysts\u2019 spectra are per scan, gain and √power, others as recorded: each is scaled to its own span, and heights must not be compared.')
    }]
    const spectra: Figure = {
      kind: 'xy', id: 'compare-spin-trapping', title: 'EPR of spin adducts', x: figures[0]!.x, y: { title: isOneScale ? 'dχ″/dB, moved apart' : 'dχ″/dB, each to its own span', unit: '', isArbitrary: true },
      // The solid ones carry their names; the legend says what the dashes mean.
      series: movedApart(curves, isOneScale ? 'as measured' : 'scaled', ({ catalyst }) => catalyst!).toSorted((a, b) => Number(a.style === 'dashed') - Number(b.style === 'dashed'))
        .map(({ isNamedAtCurve: _first, ...curve }, i, all): Series => ({
          ...curve, family: curve.style === 'dashed' ? 'without NO₃⁻ (dashed)' : curve.catalyst!, ...(i === 0 && isOneScale ? { note: kinds[0]!.replace('dχ″/dB ', '') } : {}),
          ...(curve.style !== 'dashed' && all.findIndex(({ catalyst }) => catalyst === curve.catalyst) === i ? { isNamedAtCurve: true as const } : {})
        }))
    }
    return { results: [], needs: [], findings, figures: [spectra, ...(isOneScale ? hydrogenBars(outcomes) : [])] }
  }
})

/** A derivative has no height of its own: its mean is where it is put. */
function centred(series: Series): Series {
  const mean = series.y.reduce((sum, value) => sum + value, 0) / series.y.length
  return { ...series, name: `${series.catalyst}, ${series.name}`, y: series.y.map((value) => value - mean) }
}

/** The share of DMPO–H without and with nitrate; the first of several spectra of one kind. */
function hydrogenBars(outcomes: readonly Outcome[]): Figure[] {
  const groups = outcomes.flatMap(({ catalyst, results, figures }): BarGroup[] => {
    // A catalyst that has both kinds is drawn per scan, gain and √power.
    const isDrawn = ({ method }: Result): boolean => !method.includes(AS_RECORDED) || !figures.some(({ id }) => id === 'epr-as-recorded')
    const of = (isFree: boolean) => results.filter(isDrawn).find(({ metric, conditions }) => metric === 'epr_intensity' && conditions.adduct === DMPO_H && conditions.spectrum === undefined && typeof conditions.nitrate_M === 'number' && (conditions.nitrate_M === 0) === isFree)
    const [without, withNitrate] = [of(true), of(false)]
    return catalyst === null || (!without && !withNitrate) ? [] : [{ name: catalyst, catalyst, values: [without?.value ?? null, withNitrate?.value ?? null], errors: [without?.u ?? null, withNitrate?.u ?? null] }]
  })
  return groups.length < 2 ? [] : [{
    kind: 'bars', id: 'compare-hydrogen', title: `${DMPO_H} without and with NO₃⁻`, categories: ['without NO₃⁻', 'with NO₃⁻'], x: { title: '', unit: '' }, y: { title: `${DMPO_H}, ∬S dB²`, unit: 'a.u.' }, groups, stacked: false
  }]
}
