import type { Catalyst } from '@shared/project'
import type { ChartTheme } from './chartTheme'
import { mixColours, readableColour } from './contrast'

export interface CatalystLook { readonly colour: string; readonly marker: string }
export type CatalystLooks = ReadonlyMap<string, CatalystLook>
export type Marker = Catalyst['marker']
export interface SeriesLook { readonly colour: string; readonly marker: Marker; readonly dash: readonly number[] }

/** On dark the grey of Ru-NC has a shade of its own. */
const onDark = new Map([['#56606b', '#C3CAD2']])
const markers: readonly Marker[] = ['circle', 'rect', 'triangle', 'rectRot', 'circleOpen', 'cross', 'star']
const markerByName = new Map(markers.map((marker) => [marker as string, marker]))
const dashes: readonly (readonly number[])[] = [[], [6, 4], [2, 3], [8, 3, 2, 3]]

/**
 * One look for each series of a figure. A catalyst's own colour and marker; when it has several series their dashes differ;
 * series without catalyst are drawn in the accent and the text colours, many of them (steps of potential, cycles) as a row of shades.
 */
export function seriesLooks(series: readonly { readonly catalyst?: string; readonly family?: string; readonly isNamedAtCurve?: true }[], looks: CatalystLooks, theme: ChartTheme): readonly SeriesLook[] {
  const seen = new Map<string, number>()
  const lookOf = (catalyst: string | undefined): CatalystLook | undefined => (catalyst === undefined ? undefined : looks.get(catalyst))
  const neutral = new Set(series.flatMap(({ catalyst, family }, i) => (lookOf(catalyst) ? [] : [family ?? i]))).size
  const families = new Map<string, number>()
  return series.map(({ catalyst, family, isNamedAtCurve }) => {
    const look = lookOf(catalyst)
    const key = look ? catalyst! : ''
    const own = family === undefined ? undefined : families.get(`${key}\n${family}`)
    const nth = own ?? seen.get(key) ?? 0
    if (own === undefined) seen.set(key, nth + 1)
    if (family !== undefined) families.set(`${key}\n${family}`, nth)
    if (!look) return isNamedAtCurve ? { ...neutralLook(nth, neutral, theme), dash: [] } : neutralLook(nth, neutral, theme)
    const colour = (theme.dark ? onDark.get(look.colour.toLowerCase()) : undefined) ?? look.colour
    return { colour: readableColour(colour, theme.surface, theme.text), marker: markerByName.get(look.marker) ?? 'circle',
      dash: dashes[nth % dashes.length]! }
  })
}

function neutralLook(nth: number, count: number, theme: ChartTheme): SeriesLook {
  const marker = markers[nth % markers.length]!
  if (count > 3) return { colour: mixColours(theme.accent, theme.text, nth / (count - 1)), marker, dash: dashes[nth % 2]! }
  return { colour: [theme.accent, theme.muted, theme.text][nth]!, marker, dash: [] }
}
