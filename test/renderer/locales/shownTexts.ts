import type { Analysis, Finding, Outcome } from '../../../src/shared/analyses/analysis'
import type { Axis, Figure } from '../../../src/shared/figure'
import type { Message } from '../../../src/shared/message'
import { clauses } from '../../../src/renderer/locales/phrases/clauses'

/** A text that the window shows, and how: whole, as names and words parted by commas, or as a message. */
export type Shown = { readonly as: 'text' | 'label'; readonly text: string; readonly at: string } | { readonly as: 'message'; readonly message: Message; readonly text: string; readonly at: string }

const say = (as: 'text' | 'label', at: string, ...texts: readonly (string | undefined)[]): Shown[] => texts.flatMap((text) => (text ? [{ as, text, at }] : []))

export function shownOfAnalysis({ id, title, about, settings }: Analysis): Shown[] {
  return [
    ...say('text', `${id}: about`, title, about.equation, about.source, ...about.assumes),
    ...settings.flatMap((setting) => say('text', `${id}: ${setting.key}`, setting.label, setting.unit, setting.zero, ...(setting.options ?? []), ...(setting.table?.columns ?? []).map(({ label }) => label)))
  ]
}

export const shownOfFinding = (at: string, { message, source }: Finding): Shown[] => [{ as: 'message', message, text: message.text, at: `${at}: finding ${message.id}` }, ...say('text', `${at}: source`, source)]

export function shownOfOutcome({ analysis, results, needs, findings, figures, choices }: Outcome): Shown[] {
  const methods = new Set(results.flatMap(({ method }) => clauses(method)))
  return [
    ...say('text', `${analysis}: method`, ...methods),
    ...say('text', `${analysis}: unit`, ...new Set(results.map(({ unit }) => unit))),
    ...say('text', `${analysis}: budget`, ...new Set(results.flatMap(({ budget }) => (budget ?? []).map(({ source }) => source)))),
    ...say('label', `${analysis}: condition`, ...new Set(results.flatMap(({ conditions }) => Object.entries(conditions).flatMap(([key, value]) => (typeof value === 'string' && key !== 'x' && key !== 'y' ? [value] : []))))),
    ...needs.map(({ message }): Shown => ({ as: 'message', message, text: message.text, at: `${analysis}: need ${message.id}` })),
    ...findings.flatMap((finding) => shownOfFinding(analysis, finding)),
    ...Object.values(choices ?? {}).flatMap((values) => say('label', `${analysis}: choice`, ...values)),
    ...figures.flatMap((figure) => shownOfFigure(`${analysis}: ${figure.id}`, figure))
  ]
}

function shownOfFigure(at: string, figure: Figure): Shown[] {
  const label = (...texts: readonly (string | undefined)[]): Shown[] => say('label', at, ...texts)
  const axis = ({ title, unit, labels }: Axis): Shown[] => [...label(title, ...(labels ?? [])), ...say('text', at, unit)]
  if (figure.kind === 'image') return label(figure.title)
  if (figure.kind === 'table') return label(figure.title, ...figure.header, ...(figure.isQuoted ? [] : figure.rows.flat()).filter((cell) => typeof cell === 'string'))
  const shared = [...label(figure.title), ...axis(figure.x), ...axis(figure.y)]
  if (figure.kind === 'heat') return [...shared, ...axis(figure.z)]
  if (figure.kind !== 'xy') return [...shared, ...label(...figure.categories, ...figure.groups.map(({ name }) => name))]
  return [
    ...shared, ...label(...figure.series.flatMap(({ name, family }) => [name, family])), ...say('text', at, ...figure.series.map(({ note }) => note)),
    ...label(...[...figure.marks ?? [], ...figure.handles ?? [], ...figure.bands ?? []].map((one) => one.label))
  ]
}
