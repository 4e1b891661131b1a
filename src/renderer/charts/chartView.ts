import type { Axis, BarsFigure, Figure, XyFigure } from '@shared/figure'

/** What a person turns about a figure without a word of its analysis: an axis in decades or not, error bars or none. */
export type ViewSwitch = 'logX' | 'logY' | 'errorBars'
export type Turned = ReadonlySet<ViewSwitch>

/** The switches that make sense for a figure, and what each one shows now. Stacked bars have no decades. */
export function viewSwitches(figure: Figure, turned: Turned): readonly { readonly key: ViewSwitch; readonly isOn: boolean }[] {
  const now = (key: ViewSwitch, own: boolean): { key: ViewSwitch; isOn: boolean } => ({ key, isOn: own !== turned.has(key) })
  if (figure.kind === 'xy') {
    return [
      ...(canHaveDecades(figure.x, figure.series.map(({ x }) => x)) && figure.equalScales !== true ? [now('logX', figure.x.log === true)] : []),
      ...(canHaveDecades(figure.y, figure.series.map(({ y }) => y)) && figure.equalScales !== true ? [now('logY', figure.y.log === true)] : []),
      ...(figure.series.some(({ xError, yError }) => isAny(xError) || isAny(yError)) ? [now('errorBars', true)] : [])
    ]
  }
  if (figure.kind === 'bars') {
    return [
      ...(!figure.stacked && canHaveDecades(figure.y, figure.groups.map(({ values }) => values)) ? [now('logY', figure.y.log === true)] : []),
      ...(figure.groups.some(({ errors }) => isAny(errors)) ? [now('errorBars', true)] : [])
    ]
  }
  return []
}

/** The figure as it is turned; the same object where nothing is. */
export function asTurned<F extends XyFigure | BarsFigure>(figure: F, turned: Turned): F
export function asTurned(figure: XyFigure | BarsFigure, turned: Turned): XyFigure | BarsFigure {
  const keys = turned.size === 0 ? [] : viewSwitches(figure, turned).map(({ key }) => key).filter((key) => turned.has(key))
  if (keys.length === 0) return figure
  const [x, y] = [turnedAxis(figure.x, keys.includes('logX')), turnedAxis(figure.y, keys.includes('logY'))]
  if (!keys.includes('errorBars')) return { ...figure, x, y }
  return figure.kind === 'xy'
    ? { ...figure, x, y, series: figure.series.map(({ xError: _x, yError: _y, ...series }) => series) }
    : { ...figure, x, y, groups: figure.groups.map(({ errors: _, ...group }) => group) }
}

export function withTurned(turned: Turned, key: ViewSwitch): Turned {
  return turned.has(key) ? new Set([...turned].filter((one) => one !== key)) : new Set([...turned, key])
}

const turnedAxis = (axis: Axis, isTurned: boolean): Axis => (isTurned ? { ...axis, log: axis.log !== true } : axis)
const isAny = (errors: readonly (number | null)[] | undefined): boolean => errors?.some((u) => u !== null && u > 0) ?? false

/** Most values stand above zero: a trace may begin at 0 s, a sweep through 0 V is nothing for decades. */
function canHaveDecades(axis: Axis, values: readonly (readonly (number | null)[])[]): boolean {
  if (axis.labels || axis.isArbitrary) return false
  if (axis.log) return true
  let [above, not] = [0, 0]
  for (const some of values) {
    for (const value of some) {
      if (value !== null && value > 0) above += 1
      else if (value !== null && value <= 0) not += 1
    }
  }
  return above > not
}
