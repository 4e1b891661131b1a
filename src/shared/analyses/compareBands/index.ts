import type { Figure } from '../../figure'
import { message } from '../../message'
import { adsorbateText } from '../../spectroscopy/adsorbateText'
import { defineAnalysis, type Finding, type Outcome, type Result } from '../analysis'

const carbon = /^[DG] band$/
const methods = [['RAMAN', 'Raman'], ['IR', 'infrared']] as const

/** Which adsorbate is seen on which catalyst, and from which potential on. */
export const compareBands = defineAnalysis<null>({
  id: 'compare-bands',
  version: 1,
  title: 'Adsorbates by catalyst',
  tab: 'mechanism',
  scope: 'comparison',
  metrics: [],
  about: {
    equation: 'present: height > threshold · noise and > 3 u in every spectrum from the onset on', source: 'the cards of the catalysts; bands as assigned in the seed paper, Sec. 3.5',
    assumes: ['absent means not above the noise of these spectra, not that the species is not there', 'the same laser, optics and accumulation for all', 'error bars: half of the step before the onset']
  },
  settings: [],
  after: ['vibrational-bands'],
  collect: () => ({ entries: [], plan: null }),
  compute: (_view, _plan, _settings, context) => {
    const outcomes = context.upstreamAll('vibrational-bands').filter(({ results }) => results.length > 0)
    const figures: Figure[] = []
    const findings: Finding[] = []
    for (const [method, name] of methods) {
      const measured = outcomes.filter(({ results }) => results.some(({ conditions }) => conditions.method === method))
      const bands = [...new Set(measured.flatMap(({ results }) => results.flatMap(({ metric, conditions }) => (metric === 'band_position' && conditions.method === method && !carbon.test(String(conditions.band)) ? [String(conditions.band)] : []))))].sort()
      if (measured.length < 2 || bands.length === 0) continue
      const onsets = measured.map((outcome) => bands.map((band) => onsetOf(outcome, method, band)))
      figures.push({
        kind: 'bars', id: `bands-${method.toLowerCase()}`, title: `Onset of the ${name} bands`, categories: bands.map(adsorbateText), x: { title: `${name === 'Raman' ? 'Raman' : 'Infrared'} band`, unit: '' }, y: { title: 'Onset E vs RHE', unit: 'V' }, stacked: false,
        groups: measured.map(({ catalyst }, i) => ({ name: catalyst ?? '', ...(catalyst === null ? {} : { catalyst }), values: onsets[i]!.map((onset) => onset?.value ?? null), errors: onsets[i]!.map((onset) => onset?.u ?? null) }))
      })
      figures.push(presenceTable(bands, measured, method, name))
      measured.forEach((outcome) => {
        const isSeen = (band: string): boolean => outcome.results.some(({ metric, conditions }) => metric === 'band_position' && conditions.method === method && conditions.band === band)
        const [absent, open] = [bands.filter((band) => !isSeen(band)), bands.filter((band, i) => isSeen(band) && !onsets[measured.indexOf(outcome)]![i])]
        const note = (rule: string, id: string, text: string, list: readonly string[]): void => {
          if (list.length > 0) findings.push({ rule, level: 'note', catalyst: outcome.catalyst, metric: 'band_onset', source: 'noise criterion of the card', entries: [], message: message(id, text, { catalyst: outcome.catalyst ?? '', method: name, bands: list.map(adsorbateText).join(', ') }) })
        }
        note('band-absent', 'finding.bandAbsent', '{catalyst}, {method}: {bands} not above the noise at any potential.', absent)
        note('band-without-onset', 'finding.bandWithoutOnset', '{catalyst}, {method}: {bands} seen, but without an onset in what was measured (there from the first spectrum on, or not in every later one).', open)
      })
    }
    return { results: [], figures, needs: [], findings }
  }
})

/** Which band is seen on which catalyst: from its onset on, throughout, at some potentials only, or not at all. */
function presenceTable(bands: readonly string[], measured: readonly Outcome[], method: string, name: string): Figure {
  const cellOf = (outcome: Outcome, band: string): string => {
    const seen = outcome.results.filter(({ metric, conditions }) => metric === 'band_position' && conditions.method === method && conditions.band === band)
    const onset = onsetOf(outcome, method, band)
    return seen.length === 0 ? '\u2013' : onset ? `from ${String(onset.value).replace('-', '\u2212')} V` : 'seen'
  }
  return {
    kind: 'table', id: `presence-${method.toLowerCase()}`, title: `${name} bands above the noise (\u2013: not at any potential)`, header: ['Band', ...measured.map(({ catalyst }) => catalyst ?? '')],
    rows: bands.map((band) => [adsorbateText(band), ...measured.map((outcome) => cellOf(outcome, band))])
  }
}

const onsetOf = (outcome: Outcome, method: string, band: string): Result | undefined =>
  outcome.results.find(({ metric, conditions }) => metric === 'band_onset' && conditions.method === method && conditions.band === band)
