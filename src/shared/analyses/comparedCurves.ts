import type { Series } from '../figure'
import { defineAnalysis, type About, type Analysis } from './analysis'
import { overlay } from './comparison'
import { movedApart } from './movedApart'

export interface ComparedCurves {
  readonly id: string
  readonly title: string
  /** Analysis and figure that the curves are taken from. */
  readonly of: string
  readonly figure: string
  readonly yTitle: string
  readonly how: 'scaled' | 'as measured'
  readonly keepsMarks: boolean
  readonly assumes: About['assumes']
}

const isMeasured = ({ catalyst, name }: Series): boolean => catalyst !== undefined && !/^(fit|background) of /.test(name)

/** An analysis that lays the measured curves of all catalysts above each other. */
export const comparedCurves = ({ id, title, of, figure, yTitle, how, keepsMarks, assumes }: ComparedCurves): Analysis => defineAnalysis<null>({
  id, title, version: 2, tab: 'mechanism', scope: 'comparison', metrics: [], settings: [], after: [of],
  about: { equation: 'as on the card of each catalyst, moved apart', source: 'the cards of the catalysts', assumes },
  collect: () => ({ entries: [], plan: null }),
  compute: (_view, _plan, _settings, context) => {
    const { series, marks = [], first } = overlay(context.upstreamAll(of), figure, isMeasured)
    if (!first || new Set(series.map(({ catalyst }) => catalyst)).size < 2) return { results: [], figures: [], needs: [], findings: [] }
    const shared = marks.filter((mark, i) => mark.catalyst === undefined && marks.findIndex(({ label }) => label === mark.label) === i)
    return {
      results: [], needs: [], findings: [],
      figures: [{ ...first, id, title, y: { title: yTitle, unit: '', isArbitrary: true }, series: movedApart(series.map((curve) => (series.filter(({ catalyst }) => catalyst === curve.catalyst).length === 1 ? { ...curve, name: curve.catalyst! } : curve)), how), marks: keepsMarks ? [...shared, ...marks.filter(({ catalyst }) => catalyst !== undefined)] : [] }]
    }
  }
})
