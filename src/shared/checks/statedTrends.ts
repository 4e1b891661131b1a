import type { Finding, Result } from '../analyses/analysis'
import { message } from '../message'
import { spearman } from '../numerics/rankCorrelation'
import { oneEach } from './bestOf'
import type { Check, CheckInput } from './check'
import type { FollowsClaim, OrderClaim } from './claim'

const SOURCE = 'recomputed from the stored numbers'
const text = (value: number): string => String(Number(value.toPrecision(4))).replace('-', '\u2212')
const listed = (results: readonly Result[]): string => results.map((result) => `${result.catalyst} ${text(result.value)}`).join(', ')
const finding = (rule: string, metric: string, entries: readonly Result[], params: Record<string, string | number>, id: string, sentence: string): Finding =>
  ({ rule, level: 'warning', catalyst: null, metric, source: SOURCE, entries: entries.flatMap(({ inputs }) => inputs), message: message(id, sentence, params) })

/** Every stated order and every "A follows B" is computed again; each pair that stands the other way round is named. */
export const statedTrends: Check = {
  rule: 'stated-trend',
  scope: 'project',
  run: (input) => (input.claims ?? []).flatMap((claim) => (claim.kind === 'order' ? orderFindings(claim, input) : claim.kind === 'follows' ? followFindings(claim, input) : []))
}

function orderFindings(claim: OrderClaim, input: CheckInput): Finding[] {
  const numbers = oneEach(input, claim.metric, claim.potential_V_RHE)
  const known = claim.order.flatMap((catalyst) => numbers.get(catalyst) ?? [])
  const inverted = known.flatMap((better, i) => known.slice(i + 1).filter((worse) => worse.value > better.value).map((worse) => `${worse.catalyst} > ${better.catalyst}`))
  if (inverted.length === 0) return []
  return [finding('stated-order', claim.metric, known, { claim: claim.text, where: claim.where, metric: claim.metric, inverted: inverted.join(', '), values: listed(known) },
    'check.statedOrder', '"{claim}" ({where}), but by {metric} it is {inverted}: {values}.')]
}

function followFindings(claim: FollowsClaim, input: CheckInput): Finding[] {
  const [y, x] = [oneEach(input, claim.metric), oneEach(input, claim.of)]
  const both = [...y.keys()].filter((catalyst) => x.has(catalyst))
  if (both.length < 3) return []
  const [xs, ys] = [both.map((name) => x.get(name)!.value), both.map((name) => y.get(name)!.value)]
  const inverted = both.flatMap((a, i) => both.slice(i + 1).flatMap((b, j) => ((xs[i]! - xs[i + 1 + j]!) * (ys[i]! - ys[i + 1 + j]!) < 0 ? [`${a} and ${b}`] : [])))
  const rho = spearman(xs, ys)
  if (inverted.length === 0 || rho === null) return []
  return [finding('stated-correspondence', claim.metric, both.flatMap((name) => [x.get(name)!, y.get(name)!]),
    { claim: claim.text, where: claim.where, inverted: inverted.join('; '), rho: text(rho), n: both.length }, 'check.statedCorrespondence', '"{claim}" ({where}), but {inverted} stand the other way round: Spearman {rho} with n = {n}, not 1.')]
}
