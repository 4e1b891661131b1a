import { traceColumns } from '../../electrochemistry/chargeOfTrace'
import type { Axis, Band, Series, XyFigure } from '../../figure'
import { stretchesLeftOut, type Stretch } from '../../leftOut'
import type { Measurement } from '../../measurement'
import { minMaxDecimate } from '../../numerics/minMaxDecimate'
import { toSignificant } from '../../numerics/toSignificant'
import type { Settings } from '../analysis'

/** A figure holds some 16 000 points, however many traces it has: no screen and no page shows more. */
export const pointsPerTrace = (traces: number): number => Math.max(60, Math.min(800, Math.floor(16_000 / Math.max(1, traces))))
/** More digits than a picture can show. */
const DIGITS = 7

export interface TraceCurve { readonly series: Series; readonly leftOut: readonly Stretch[]; readonly end_h: number }
export interface ThinnedTrace { readonly x: readonly number[]; readonly y: readonly number[]; readonly rows: number; readonly most: number }

/** A trace thinned for its picture, with the stretches that do not count; turned where its file counts reduction as positive. */
export function curveOf(name: string, family: string | null, { x, y, rows, most }: ThinnedTrace, settings: Settings, isTurned: boolean): TraceCurve {
  const note = rows > most ? { note: `drawn with at most ${most} points (min–max)` } : {}
  return { series: { name, style: 'line', x, y: isTurned ? y.map((i) => -i) : y, ...(family === null ? {} : { family }), ...note }, end_h: x.at(-1) ?? 0, leftOut: stretchesLeftOut(String(settings.leftOut), name) }
}

/** Thinned once for a curve and area: a window that is dragged asks for it sixty times a second. */
const drawn = new WeakMap<Measurement, { readonly area_cm2: number | undefined; readonly curve: ThinnedTrace }>()

/** Time in h from the first row against current in mA, or mA cm⁻² where the area is known. RangeError for a trace without usable columns. */
export function thinnedTrace(trace: Measurement, area_cm2: number | undefined, most: number): ThinnedTrace {
  const known = drawn.get(trace)
  if (known && known.area_cm2 === area_cm2 && known.curve.most === most) return known.curve
  const { time, current, scale, perSecond } = traceColumns(trace, area_cm2)
  const t0 = time.find(Number.isFinite) ?? 0
  const toMilli = (1000 * scale) / (area_cm2 ?? 1)
  const { x, y } = minMaxDecimate(time.map((t) => ((t - t0) * perSecond) / 3600), current.map((i) => i * toMilli), most)
  const curve = { x: Array.from(x, shortened), y: Array.from(y, shortened), rows: time.length, most }
  drawn.set(trace, { area_cm2, curve })
  return curve
}

const shortened = (value: number): number => toSignificant(value, DIGITS)

export function traceFigure(id: string, title: string, y: Axis, curves: readonly TraceCurve[], settings: Settings): XyFigure {
  const end = Math.max(...curves.map(({ end_h }) => end_h))
  const [from, to] = [Number(settings.from), Number(settings.to)]
  return {
    kind: 'xy', id, title, x: { title: 'Time', unit: 'h' }, y, series: curves.map(({ series }) => series),
    handles: [{ label: 'Trace counts from', setting: 'from', value: Math.max(0, from) }, { label: 'Trace counts to', setting: 'to', value: to > 0 ? to : end }],
    stretches: { setting: 'leftOut', value: String(settings.leftOut), names: curves.map(({ series }) => series.name) },
    bands: [...(from > 0 ? [{ from: 0, to: Math.min(from, end), label: '' }] : []), ...(to > 0 && to < end ? [{ from: to, to: end, label: '' }] : []), ...bandsOf(curves)]
  }
}

/** A stretch that several traces leave out is one band, with their names unless it is all of them. */
function bandsOf(curves: readonly TraceCurve[]): readonly Band[] {
  const names = new Map<string, { readonly stretch: Stretch; readonly of: string[] }>()
  for (const { series, leftOut } of curves) {
    for (const stretch of leftOut) {
      const key = `${stretch.from} ${stretch.to}`
      const known = names.get(key)
      if (known) known.of.push(series.name)
      else names.set(key, { stretch, of: [series.name] })
    }
  }
  return [...names.values()].map(({ stretch, of }) => ({ ...stretch, label: of.length === curves.length ? '' : of.join('; ') }))
}
