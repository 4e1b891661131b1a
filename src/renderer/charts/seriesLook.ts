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

interface Drawn { readonly name?: string; readonly catalyst?: string; readonly family?: string; readonly isNamedAtCurve?: true; readonly style?: Series['style'] }
const hasPoints = ({ style }: Drawn): boolean => style === 'points' || style === 'linePoints'

/**
 * One look for each series of a figure. A catalyst's own colour and marker; when it has several series their dashes differ, and the
 * markers of those that have points; series without catalyst are drawn in the accent and the text colours, many of them as a row of
 * shades where they are steps (of potential, cycles), in colours of their own where they are kinds (bands of a fit).
 */
export function seriesLooks(series: readonly Drawn[], looks: CatalystLooks, theme: ChartTheme): readonly SeriesLook[] {
  const seen = new Map<string, number>()
  const lookOf = (catalyst: string | undefined): CatalystLook | undefined => (catalyst === undefined ? undefined : looks.get(catalyst))
  const neutral = new Set(series.flatMap(({ catalyst, family }, i) => (lookOf(catalyst) ? [] : [family ?? i]))).size
  const areKinds = kindsNotSteps(series.filter(({ catalyst }) => !lookOf(catalyst)))
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
      const own = neutralLook(nth, neutral, theme, areKinds)
      return isNamedAtCurve ? { ...own, dash: [] } : own
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

/** Names of steps begin or end with their number: '−0.3 V', 'cycle 2'. */
const kindsNotSteps = (series: readonly Drawn[]): boolean =>
  2 * series.filter(({ family, name }) => /^[^-−\d](?!.*\s\d+$)/.test(family ?? name ?? '')).length > series.length

/** Apart from each other and from the colours that belong to catalysts; the accent stands before them. */
const kinds: readonly string[] = ['#8A4FA3', '#1B7F8C', '#9A5B1E', '#6B7A1E', '#B0305C']

function neutralLook(nth: number, count: number, theme: ChartTheme, areKinds: boolean): SeriesLook {
  const marker = markers[nth % markers.length]!
  if (count > 3 && areKinds) return { colour: readableColour([theme.accent, ...kinds, theme.text, theme.muted][nth % (kinds.length + 3)]!, theme.surface, theme.text), marker, dash: dashes[nth % 2]! }
  if (count > 3) return { colour: mixColours(theme.accent, theme.text, nth / (count - 1)), marker, dash: dashes[nth % 2]! }
  return { colour: [theme.accent, theme.muted, theme.text][nth]!, marker, dash: [] }
}
