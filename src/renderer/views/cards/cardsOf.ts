import type { Outcome, Tab } from '@shared/analyses/analysis'
import type { AnalysisInfo } from '@shared/api'

export interface Card { readonly info: AnalysisInfo; readonly outcome: Outcome }
export interface Cards { readonly shown: readonly Card[]; /** Analyses that have found nothing of their kind. */ readonly empty: readonly Card[] }

/** Outcomes as cards, in the order of the analyses; those without any data apart. */
export function cardsOf(outcomes: readonly Outcome[], analyses: readonly AnalysisInfo[], tab: Tab | null): Cards {
  const all = analyses.filter((info) => tab === null || info.tab === tab)
    .flatMap((info) => outcomes.filter(({ analysis }) => analysis === info.id).map((outcome) => ({ info, outcome })))
  return { shown: all.filter(({ outcome }) => outcome.state !== 'nothing'), empty: all.filter(({ outcome }) => outcome.state === 'nothing') }
}
