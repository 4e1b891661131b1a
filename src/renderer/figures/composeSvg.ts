import { fileTheme, PX_PER_CM, PX_PER_PT, type AxisLimits, type PicturePreset } from '../charts/svg/pictureSize'
import type { Panel } from './drawing'

const gap_cm = 0.3
/** Letters of panels are a little larger than those of the axes. */
const letterShare = 1.25
const parts = /^<svg [^>]*viewBox="([^"]*)">(.*)<\/svg>$/s
const escaped = (text: string): string => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`).replace(/[\x00-\x1f]/g, '')
const short = (value: number): string => String(Math.round(value * 100) / 100)

/**
 * One drawing at the size of the preset, or several as panels, each with its label above it, row by row, as wide together. Every panel keeps the preset's shape
 * and letters in points.
 */
export function composeSvg(composed: readonly Panel[], preset: PicturePreset, columns: number, limits: AxisLimits): string {
  const [only] = composed
  if (!only) return ''
  if (composed.length === 1) return only.drawing.draw({ ...preset, limits }, '')
  const across = Math.min(columns, composed.length)
  const width_cm = (preset.width_cm - (across - 1) * gap_cm) / across
  const height_cm = width_cm * (across === 1 ? preset.height_cm / preset.width_cm : 0.78)
  const letter_px = preset.font_pt * letterShare * PX_PER_PT
  const [stepX, stepY] = [(width_cm + gap_cm) * PX_PER_CM, height_cm * PX_PER_CM + 1.5 * letter_px]
  const rows = Math.ceil(composed.length / across)
  const panels = composed.map(({ drawing, label }, i) => {
    const [, viewBox = '', inside = ''] = parts.exec(drawing.draw({ ...preset, width_cm, height_cm }, `p${i}-`)) ?? []
    const [x, y] = [(i % across) * stepX, Math.floor(i / across) * stepY]
    const letter = `<text x="${short(x)}" y="${short(y + letter_px)}" font-family="${fileTheme.font}" font-size="${short(letter_px)}" font-weight="700" fill="${fileTheme.text}">${escaped(label)}</text>`
    return `<svg x="${short(x)}" y="${short(y + 1.3 * letter_px)}" width="${short(width_cm * PX_PER_CM)}" height="${short(height_cm * PX_PER_CM)}" viewBox="${viewBox}">${inside}</svg>${letter}`
  })
  const [width, height] = [preset.width_cm * PX_PER_CM, rows * stepY]
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${preset.width_cm}cm" height="${short(height / PX_PER_CM)}cm" viewBox="0 0 ${short(width)} ${short(height)}"><path d="M0 0h${short(width)}v${short(height)}h${short(-width)}Z" fill="${fileTheme.surface}"/>${panels.join('')}</svg>`
}
