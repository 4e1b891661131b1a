import type { Catalyst } from './project'

/** The default series; any other works the same. */
export const defaultCatalysts = ['RuFe-NC', 'RuCo-NC', 'RuNi-NC', 'RuCu-NC', 'Ru-NC', 'NC'] as const

type Look = Pick<Catalyst, 'colour' | 'marker'>
/** Okabe–Ito colours (colour-blind-safe), each with a point shape of its own. */
const known = new Map<string, Look>([
  ['RuFe-NC', { colour: '#D55E00', marker: 'circle' }],
  ['RuCo-NC', { colour: '#0072B2', marker: 'rect' }],
  ['RuNi-NC', { colour: '#009E73', marker: 'triangle' }],
  ['RuCu-NC', { colour: '#CC79A7', marker: 'rectRot' }],
  ['Ru-NC', { colour: '#56606B', marker: 'circleOpen' }],
  ['NC', { colour: '#A8A29A', marker: 'cross' }]
])
const further: readonly Look[] = [
  { colour: '#E69F00', marker: 'star' }, { colour: '#56B4E9', marker: 'circle' }, { colour: '#8C564B', marker: 'rect' },
  { colour: '#7A5195', marker: 'triangle' }, { colour: '#6B8E23', marker: 'rectRot' }, { colour: '#B3446C', marker: 'star' }
]

/** The colour and marker that a catalyst gets when it first appears, after those that exist. */
export function colourOf(name: string, existing: readonly string[]): Look {
  const strangers = existing.filter((other) => !known.has(other)).length
  return known.get(name) ?? further[strangers % further.length]!
}
