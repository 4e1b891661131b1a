import type { Finding, Result } from '../analyses/analysis'
import { meansOfSingle } from '../analyses/meansOfSingle'
import { message } from '../message'
import { about, resultsOf, type Check, type CheckInput } from './check'
import { OWN, threshold } from './thresholds'

/** Where a slip shows first: the yield takes area, volume, dilution and time; the efficiency takes the charge as well. */
const metrics = [{ metric: 'yield_nh3_area', name: 'NH\u2083 yield' }, { metric: 'fe_nh3', name: 'FE(NH\u2083)' }] as const

/** A run that lies far from its replicates, their mean says nothing: so many times above or below the others is rather a slip in the run sheet (area in mm², a dilution) than chemistry. */
export const replicateSpread: Check = {
  rule: 'replicate-spread',
  scope: 'catalyst',
  run: (input) => metrics.flatMap(({ metric, name }) => findingsOf(input, metric, name))
}

function findingsOf(input: CheckInput, metric: string, name: string): Finding[] {
  const all = resultsOf(input, metric)
  const apart = threshold(input, 'replicates')
  const means = all.filter(({ n, conditions }) => n !== undefined && conditions.role !== 'battery')
  const runsOf = runsOfMeans(means, all)
  return means.flatMap((mean) => {
    const runs = runsOf.get(mean) ?? []
    if (runs.length < 2 || runs.some(({ value }) => !(value > 0))) return []
    if (runs.length === 2) return pairOf(runs, name, apart)
    const sorted = runs.map(({ value }) => value).sort((a, b) => a - b)
    /** One wrong run of three pulls the others' median, too: only the one that is farthest from the middle of all is named. */
    const middle = Math.log(medianOf(sorted))
    const distance = ({ value }: Result): number => Math.abs(Math.log(value) - middle)
    const farthest = Math.max(...runs.map(distance))
    return runs.flatMap((run) => {
      const others = medianWithout(sorted, run.value)
      const isApart = run.value > others * apart || run.value < others / apart
      return isApart && distance(run) >= farthest ? [finding(run, name, run.value / others)] : []
    })
  })
}

/** Of two runs neither is the right one: the larger is compared with the smaller. */
function pairOf(runs: readonly Result[], name: string, apart: number): Finding[] {
  const [small, large] = [...runs].sort((a, b) => a.value - b.value) as [Result, Result]
  return large.value > small.value * apart ? [finding(large, name, large.value / small.value)] : []
}

/** Single results of which each mean is. */
function runsOfMeans(means: readonly Result[], all: readonly Result[]): ReadonlyMap<Result, readonly Result[]> {
  const meansOf = meansOfSingle(all)
  const runs = new Map<Result, Result[]>(means.map((mean) => [mean, []]))
  for (const single of all) {
    if (single.n !== undefined) continue
    for (const mean of meansOf(single)) if (single.catalyst === mean.catalyst && single.conditions.cycle === mean.conditions.cycle) runs.get(mean)?.push(single)
  }
  return runs
}

const finding = (run: Result, name: string, factor: number): Finding => ({
  rule: 'replicate-spread', level: 'warning', source: OWN, ...about(run),
  message: message('check.replicateSpread', '{name} of {where} is {factor} times that of its replicates: compare area, volume, dilution, time and absorbance of these runs in the run sheet.', {
    name, where: placeOf(run), factor: factor >= 10 ? Math.round(factor) : Number(factor.toPrecision(2))
  })
})

/** 'RuFe-r2 at −0.2 V', or the replicate where the run has no name. */
function placeOf({ conditions: { run, replicate, potential_V_RHE } }: Result): string {
  const which = run ?? (replicate === undefined ? 'a run' : `replicate ${replicate}`)
  return potential_V_RHE === undefined ? String(which) : `${which} at ${String(potential_V_RHE).replace('-', '\u2212')} V`
}

const medianOf = (sorted: readonly number[]): number => (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2

/** Median of all but one, which is in the list. */
function medianWithout(sorted: readonly number[], value: number): number {
  const left = sorted.indexOf(value)
  const at = (place: number): number => sorted[place < left ? place : place + 1]!
  return (at(Math.floor((sorted.length - 2) / 2)) + at(Math.ceil((sorted.length - 2) / 2))) / 2
}
