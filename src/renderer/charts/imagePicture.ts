import type { ImageFigure } from '@shared/figure'
import { scaleBar } from '@shared/scaleBar'

/** The grey pixels on a canvas of their own size. */
export function greyCanvas({ width, height, pixels }: ImageFigure): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  const grey = atob(pixels)
  if (!context || grey.length < width * height) return canvas
  const data = context.createImageData(width, height)
  for (let i = 0; i < width * height; i += 1) {
    data.data.fill(grey.charCodeAt(i), 4 * i, 4 * i + 3)
    data.data[4 * i + 3] = 255
  }
  context.putImageData(data, 0, 0)
  return canvas
}

/** What is drawn over a picture, in its own pixels: a bar at the lower right and its length, white on black so that it shows on any grey. */
export interface Overlay { readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly label: string; readonly letters: number; readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number } }

export function overlayOf({ width, height, pixel_nm }: ImageFigure): Overlay | null {
  if (pixel_nm === null || !(pixel_nm > 0)) return null
  const { length_px, label } = scaleBar(width, pixel_nm)
  const letters = width / 24
  const [thick, edge] = [width / 90, width / 40]
  const box = { x: width - length_px - 3 * edge, y: height - thick - letters - 2.6 * edge, width: length_px + 2 * edge, height: thick + letters + 1.6 * edge }
  return { x: width - length_px - 2 * edge, y: height - thick - 1.8 * edge, width: length_px, height: thick, label, letters, box }
}

/** The picture as it is shown, `enlarged` times its own pixels, as a PNG. */
export function imagePng(figure: ImageFigure, enlarged: number): string {
  const canvas = document.createElement('canvas')
  canvas.width = figure.width * enlarged
  canvas.height = figure.height * enlarged
  const context = canvas.getContext('2d')
  if (!context) return ''
  drawImage(context, figure, enlarged)
  return canvas.toDataURL('image/png')
}

export function drawImage(context: CanvasRenderingContext2D, figure: ImageFigure, enlarged: number): void {
  context.setTransform(enlarged, 0, 0, enlarged, 0, 0)
  context.drawImage(greyCanvas(figure), 0, 0)
  const overlay = overlayOf(figure)
  if (!overlay) return
  context.fillStyle = 'rgba(0, 0, 0, 0.55)'
  context.fillRect(overlay.box.x, overlay.box.y, overlay.box.width, overlay.box.height)
  context.fillStyle = '#fff'
  context.fillRect(overlay.x, overlay.y, overlay.width, overlay.height)
  context.font = `600 ${overlay.letters}px Arial, Helvetica, sans-serif`
  context.textAlign = 'center'
  context.textBaseline = 'bottom'
  context.fillText(overlay.label, overlay.x + overlay.width / 2, overlay.y - overlay.letters * 0.12)
}

/** The picture within a frame of a printed size, its scale bar as lines and text. */
export function imageSvg(figure: ImageFigure, size: { readonly width: number; readonly height: number; readonly physical: { readonly width: string; readonly height: string } }): string {
  const scale = Math.min(size.width / figure.width, size.height / figure.height)
  const [left, top] = [(size.width - figure.width * scale) / 2, (size.height - figure.height * scale) / 2]
  const overlay = overlayOf(figure)
  const short = (value: number): string => String(Math.round(value * 100) / 100)
  const at = (x: number, y: number, width: number, height: number): string => `x="${short(left + x * scale)}" y="${short(top + y * scale)}" width="${short(width * scale)}" height="${short(height * scale)}"`
  const bar = overlay ? `<rect ${at(overlay.box.x, overlay.box.y, overlay.box.width, overlay.box.height)} fill="#000" fill-opacity="0.55"/><rect ${at(overlay.x, overlay.y, overlay.width, overlay.height)} fill="#fff"/>`
    + `<text x="${short(left + (overlay.x + overlay.width / 2) * scale)}" y="${short(top + (overlay.y - overlay.letters * 0.25) * scale)}" text-anchor="middle" font-family="Arial, Helvetica, Liberation Sans, sans-serif" font-weight="600" font-size="${short(overlay.letters * scale)}" fill="#fff">${overlay.label}</text>` : ''
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size.physical.width}" height="${size.physical.height}" viewBox="0 0 ${short(size.width)} ${short(size.height)}"><path d="M0 0h${short(size.width)}v${short(size.height)}h${short(-size.width)}Z" fill="#fff"/><image ${at(0, 0, figure.width, figure.height)} href="${greyCanvas(figure).toDataURL('image/png')}"/>${bar}</svg>`
}
