import { textRuns } from '../text/textRuns'

/** Draws text with subscripts from the left, centred on y; answers its width. Without a place it only measures. */
export function typesetText(ctx: CanvasRenderingContext2D, text: string, size: number, font: string,
  at: { readonly x: number; readonly y: number } | null): number {
  let width = 0
  ctx.textAlign = 'left'
  ctx.textBaseline = 'middle'
  for (const run of textRuns(text)) {
    ctx.font = `${run.sub ? size * 0.75 : size}px ${font}`
    if (at) ctx.fillText(run.text, at.x + width, at.y + (run.sub ? size * 0.28 : 0))
    width += ctx.measureText(run.text).width
  }
  return width
}
