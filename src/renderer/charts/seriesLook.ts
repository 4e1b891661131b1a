import type { Catalyst } from '@shared/project'
import type { ChartTheme } from './chartTheme'
import { readableColour } from './contrast'

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
 * a series without catalyst is drawn in the accent and the text colours.
 */
export function seriesLooks(series: readonly { readonly catalyst?: string }[], looks: CatalystLooks, theme: ChartTheme): readonly SeriesLook[] {
  const seen = new Map<string, number>()
  return series.map(({ catalyst }) => {
    const key = catalyst ?? ''
    const nth = seen.get(key) ?? 0
    seen.set(key, nth + 1)
    const look = catalyst === undefined ? undefined : looks.get(catalyst)
    if (!look) return neutralLook(nth, theme)
    const colour = (theme.dark ? onDark.get(look.colour.toLowerCase()) : undefined) ?? look.colour
    return { colour: readableColour(colour, theme.surface, theme.text), marker: markerByName.get(look.marker) ?? 'circle', dash: dashes[nth % dashes.length]! }
  })
}

function neutralLook(nth: number, theme: ChartTheme): SeriesLook {
  const colours = [theme.accent, theme.muted, theme.text]
  return { colour: colours[nth % colours.length]!, marker: markers[nth % markers.length]!, dash: dashes[Math.floor(nth / colours.length) % dashes.length]! }
}
