import type { Chart, Plugin } from 'chart.js'
import type { ChartTheme } from '../chartTheme'
import { translucent } from '../contrast'
import { isSkipped } from '../isSkipped'
import { markerFill, markerPath } from '../markerPath'
import type { MarkerPlan } from '../markerPlans'
import type { SeriesLook } from '../seriesLook'

const apartPixels = 70
/** From here on they would run into each other. */
const manyPoints = 90

/** Draws the points of all series itself, so that chart and legend show the very same shapes. */
export function seriesMarkers(plans: () => readonly MarkerPlan[], theme: () => ChartTheme): Plugin {
  return {
    id: 'seriesMarkers',
    afterDatasetDraw: (chart, { index }) => {
      const plan = plans()[index]
      if (!plan || plan.markers === 'none') return
      const points = pixelsOf(chart, index).filter((point) => !plan.isOut?.[point.index])
      const r = plan.markers !== 'all' ? 3 : points.length > manyPoints ? 2 : 3.4
      const look = plan.isUnderCurve && points.length > manyPoints ? { ...plan.look, colour: translucent(plan.look.colour, 0.45) } : plan.look
      drawMarkers(chart, plan.markers === 'all' ? points : someAlong(points, index), look, r, theme())
    },
    // Over the fit, which runs past them.
    afterDatasetsDraw: (chart) => plans().forEach(({ look, isOut }, index) => {
      if (isOut && chart.isDatasetVisible(index)) drawHollow(chart, pixelsOf(chart, index).filter((point) => isOut[point.index]), look, theme())
    })
  }
}

interface Pixel { readonly x: number; readonly y: number; readonly index: number }

function pixelsOf(chart: Chart, index: number): readonly Pixel[] {
  return chart.getDatasetMeta(index).data.flatMap((element, i) =>
    (!isSkipped(element) && Number.isFinite(element.x) && Number.isFinite(element.y) ? [{ x: element.x, y: element.y, index: i }] : []))
}

/** Also where the catalyst's own marker is open: pale, with a stroke through it. */
function drawHollow(chart: Chart, points: readonly Pixel[], { colour }: SeriesLook, theme: ChartTheme): void {
  if (points.length === 0) return
  drawMarkers(chart, points, { colour: translucent(colour, 0.6), marker: 'circleOpen', dash: [] }, 3.6, theme)
  drawMarkers(chart, points, { colour: theme.muted, marker: 'cross', dash: [] }, 2.4, theme)
}

/**
 * As the crow flies: the zigzag of a noisy line has no more markers than a smooth one. Each series begins a little later than the one
 * before, so that the markers of curves that lie on each other do not.
 */
function someAlong(points: readonly { x: number; y: number }[], index: number): readonly { x: number; y: number }[] {
  let last = points[0]
  let wanted = apartPixels * ((0.5 + 0.29 * index) % 1)
  return points.filter((point) => {
    if (!last || Math.hypot(point.x - last.x, point.y - last.y) < wanted) return false
    last = point
    wanted = apartPixels
    return true
  })
}

function drawMarkers({ ctx, chartArea }: Chart, points: readonly { x: number; y: number }[], look: SeriesLook, r: number, theme: ChartTheme): void {
  const path = new Path2D(markerPath(look.marker, r))
  const fill = markerFill(look.marker)
  ctx.save()
  ctx.beginPath()
  ctx.rect(chartArea.left - r, chartArea.top - r, chartArea.right - chartArea.left + 2 * r, chartArea.bottom - chartArea.top + 2 * r)
  ctx.clip()
  // Clear of short error bars, whose caps would make a square of any shape; a cross on a disc of the ground.
  ctx.strokeStyle = theme.surface
  ctx.fillStyle = theme.surface
  ctx.lineWidth = 3
  const disc = new Path2D(markerPath('circle', r + 1.4))
  if (points.length <= manyPoints) {
    for (const { x, y } of points) {
      if (fill === 'solid') at(ctx, x, y, () => ctx.stroke(path))
      if (fill === 'none') at(ctx, x, y, () => ctx.fill(disc))
    }
  }
  ctx.strokeStyle = look.colour
  ctx.fillStyle = fill === 'ground' ? theme.surface : look.colour
  ctx.lineWidth = fill === 'solid' ? 0.6 : points.length > manyPoints ? 0.9 : 1.5
  for (const { x, y } of points) {
    at(ctx, x, y, () => {
      if (fill !== 'none') ctx.fill(path)
      ctx.stroke(path)
    })
  }
  ctx.restore()
}

function at(ctx: CanvasRenderingContext2D, x: number, y: number, draw: () => void): void {
  ctx.translate(x, y)
  draw()
  ctx.translate(-x, -y)
}
