import { textRuns } from '../text/textRuns'

/** To measure a text takes longer than to draw it, and a chart asks for the same ones whenever it is drawn. */
const widths = new Map<string, number>()
const mostWidths = 2000

/** Draws text with subscripts from the left, centred on y; answers its width. Without a place it only measures. */
export function typesetText(ctx: CanvasRenderingContext2D, text: string, size: number, font: string,
  at: { readonly x: number; readonly y: number } | null): number {
  let width = 0
  ctx.textAlign = 'left'
  ctx.textBaseline = 'middle'
  for (const run of textRuns(text)) {
    ctx.font = `${run.sub ? size * 0.75 : size}px ${font}`
    if (at) ctx.fillText(run.text, at.x + width, at.y + (run.sub ? size * 0.28 : 0))
    width += widthOf(ctx, run.text)
  }
  return width
}

function widthOf(ctx: CanvasRenderingContext2D, text: string): number {
  const key = `${ctx.font} ${text}`
  const known = widths.get(key)
  if (known !== undefined) return known
  if (widths.size >= mostWidths) widths.clear()
  const { width } = ctx.measureText(text)
  widths.set(key, width)
  return width
}
