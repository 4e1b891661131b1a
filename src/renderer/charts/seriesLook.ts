import type { Series } from '@shared/figure'
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

interface Drawn { readonly catalyst?: string; readonly family?: string; readonly isNamedAtCurve?: true; readonly style?: Series['style'] }
const hasPoints = ({ style }: Drawn): boolean => style === 'points' || style === 'linePoints'

/**
 * One look for each series of a figure. A catalyst's own colour and marker; when it has several series their dashes differ, and the
 * markers of those that have points; series without catalyst are drawn in the accent and the text colours, many of them (steps of
 * potential, cycles) as a row of shades.
 */
export function seriesLooks(series: readonly Drawn[], looks: CatalystLooks, theme: ChartTheme): readonly SeriesLook[] {
  const seen = new Map<string, number>()
  const lookOf = (catalyst: string | undefined): CatalystLook | undefined => (catalyst === undefined ? undefined : looks.get(catalyst))
  const neutral = new Set(series.flatMap(({ catalyst, family }, i) => (lookOf(catalyst) ? [] : [family ?? i]))).size
  const families = new Map<string, number>()
  /** The how-manieth of its kind; a family counts once. */
  const nthOf = (kind: string, family: string | undefined): number => {
    const own = family === undefined ? undefined : families.get(`${kind}\n${family}`)
    const nth = own ?? seen.get(kind) ?? 0
    if (own === undefined) seen.set(kind, nth + 1)
    if (family !== undefined) families.set(`${kind}\n${family}`, nth)
    return nth
  }
  return series.map((drawn) => {
    const { catalyst, family, isNamedAtCurve, style } = drawn
    const look = lookOf(catalyst)
    if (!look) {
      const nth = nthOf('', family)
      return isNamedAtCurve ? { ...neutralLook(nth, neutral, theme), dash: [] } : neutralLook(nth, neutral, theme)
    }
    const colour = (theme.dark ? onDark.get(look.colour.toLowerCase()) : undefined) ?? look.colour
    const own = Math.max(0, markers.indexOf(markerByName.get(look.marker) ?? 'circle'))
    const marker = markers[(own + (hasPoints(drawn) ? nthOf(`${catalyst!}\npoints`, family) : 0)) % markers.length]!
    const place = style === 'points' ? 0 : style === 'dashed' ? dashedPlaces[nthOf(`${catalyst!}\ndashed`, family) % dashedPlaces.length]!
      : solidPlaces(series, catalyst!)[nthOf(`${catalyst!}\nline`, family) % dashes.length]!
    return { colour: readableColour(colour, theme.surface, theme.text), marker, dash: dashes[place]! }
  })
}

/** What a figure dashes on purpose (without nitrate) is dashed first. */
const dashedPlaces: readonly number[] = [1, 3, 2]
/** A further line of a catalyst does not look like one that is dashed on purpose, as long as there are dashes left. */
const solidPlaces = (series: readonly Drawn[], catalyst: string): readonly number[] =>
  series.some((other) => other.catalyst === catalyst && other.style === 'dashed') ? [0, 2, 3, 1] : [0, 1, 2, 3]

function neutralLook(nth: number, count: number, theme: ChartTheme): SeriesLook {
  const marker = markers[nth % markers.length]!
  if (count > 3) return { colour: mixColours(theme.accent, theme.text, nth / (count - 1)), marker, dash: dashes[nth % 2]! }
  return { colour: [theme.accent, theme.muted, theme.text][nth]!, marker, dash: [] }
}
