import type { Outcome, Result } from '@shared/analyses/analysis'
import { meansBeforeSingles } from '@shared/analyses/toldApart'

export interface KeyNumber { readonly id: 'bestFe' | 'bestYield' | 'onset' | 'overpotential' | 'dBandCentre'; readonly result: Result; readonly outcome: Outcome; /** How many there are of its kind that differ, where it is not the best of them. */ readonly of?: number }
type Candidate = Omit<KeyNumber, 'id'>
type Better = (a: Result, b: Result) => boolean

const larger: Better = (a, b) => a.value > b.value
/** Where several stand for the same thing: the one with nitrate before its blank, then the one with the fewest conditions. */
const plainer: Better = (a, b) => nitrate(a) > nitrate(b) || (nitrate(a) === nitrate(b) && conditionCount(a) < conditionCount(b))

const wanted: readonly { readonly id: KeyNumber['id']; readonly metrics: readonly string[]; readonly better: Better; /** The largest of several is a number of its own; of others there should be one. */ readonly isOne?: true }[] = [
  { id: 'bestFe', metrics: ['fe_nh3'], better: larger }, { id: 'bestYield', metrics: ['yield_nh3_mass', 'yield_nh3_area'], better: larger },
  { id: 'onset', metrics: ['onset'], better: plainer, isOne: true }, { id: 'overpotential', metrics: ['overpotential_10'], better: plainer, isOne: true },
  { id: 'dBandCentre', metrics: ['d_band_centre_dft', 'd_band_centre_xps'], better: plainer, isOne: true }
]

/** The numbers at the head of a catalyst, picked from its results as they are: means of replicates before single runs. */
export function keyNumbers(outcomes: readonly Outcome[], catalyst: string): readonly KeyNumber[] {
  return wanted.flatMap(({ id, metrics, better, isOne }) => {
    for (const metric of metrics) {
      const best = pick(outcomes, catalyst, metric, better, isOne === true)
      if (best) return [{ id, ...best }]
    }
    return []
  })
}

function pick(outcomes: readonly Outcome[], catalyst: string, metric: string, better: Better, isOne: boolean): Candidate | undefined {
  const all = outcomes.flatMap((outcome) => outcome.results.filter((result) => result.catalyst === catalyst && result.metric === metric)
    .map((result) => ({ outcome, result })))
  const means = all.filter(({ result }) => (result.n ?? 1) >= 2)
  const best = (means.length > 0 ? means : all).reduce<Candidate | undefined>((best, next) => (best && !better(next.result, best.result) ? best : next), undefined)
  if (!best || !isOne) return best
  const others = new Set(meansBeforeSingles(all.map(({ result }) => result)).filter((result) => result === best.result || (result.conditions['nitrate_M'] !== 0 && result.conditions['cycle'] === undefined)).map(({ value }) => value))
  return others.size < 2 ? best : { ...best, of: others.size }
}

function nitrate({ conditions }: Result): number {
  const value = conditions['nitrate_M']
  return typeof value === 'number' ? value : -1
}
const conditionCount = ({ conditions }: Result): number => Object.keys(conditions).length
