import type { Outcome, Result } from '../../analyses/analysis'

/** What a name of a template asks for: a value, or why there is none. */
export type Answer = { readonly value: number | string } | { readonly why: 'unknown' | 'several' }

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '_')
const SAME_POTENTIAL_V = 0.005

/**
 * RUM_<number>_<catalyst>[_<potential>][_u | _unit | _n]: fe_nh3_RuFe_NC_m0.3_u is the uncertainty of fe_nh3 of RuFe-NC at −0.3 V vs RHE.
 * Signs that a name of Excel cannot have are written _, a minus m. Means come before single runs; runs without nitrate and recycling cycles are not meant.
 */
export function requestedNumber(name: string, outcomes: readonly Outcome[]): Answer {
  const results = outcomes.flatMap((outcome) => outcome.results)
  const [, asked = '', part = ''] = /^(.*?)(?:_(u|unit|n))?$/i.exec(name) ?? []
  const wanted = asked.toLowerCase()
  const candidates = results.filter((result) => {
    const head = plain(`${result.metric}_${result.catalyst ?? ''}`).replace(/_$/, '')
    if (wanted !== head && !wanted.startsWith(`${head}_`)) return false
    const rest = wanted.slice(head.length + 1)
    if (rest === '') return true
    const potential = /^(m?)(\d+(?:\.\d+)?)$/.exec(rest)
    return potential !== null && Math.abs(Number(potential[2]) * (potential[1] === 'm' ? -1 : 1) - Number(result.conditions.potential_V_RHE)) <= SAME_POTENTIAL_V + 1e-9
  })
  const chosen = unambiguous(candidates)
  if (chosen.length === 0) return { why: 'unknown' }
  if (chosen.length > 1) return { why: 'several' }
  return partOf(chosen[0]!, part.toLowerCase())
}

function unambiguous(candidates: readonly Result[]): readonly Result[] {
  const usual = candidates.filter(({ conditions }) => conditions.nitrate_M !== 0 && conditions.cycle === undefined)
  const means = usual.filter(({ n, conditions }) => n !== undefined && conditions.run === undefined && conditions.replicate === undefined)
  return [means, usual, candidates].find((list) => list.length > 0) ?? []
}

function partOf({ value, u, unit, n }: Result, part: string): Answer {
  if (part === 'unit') return { value: unit }
  const asked = part === 'u' ? u : part === 'n' ? (n ?? 1) : value
  return asked === null || !Number.isFinite(asked) ? { why: 'unknown' } : { value: asked }
}
