import { exportTheme, type ChartTheme } from '../chartTheme'

/** Ends of axes that were typed; what is left out stays as the screen shows it. */
export interface AxisLimits { readonly xMin?: number; readonly xMax?: number; readonly yMin?: number; readonly yMax?: number }

/** How large a figure is printed. Letters and lines keep their size in points whatever the width. */
export interface PicturePreset { readonly id: string; readonly width_cm: number; readonly height_cm: number; readonly font_pt: number; readonly limits?: AxisLimits }

/** Columns of journals (Nano-Micro Letters, ACS, RSC) and a slide of 16:9. */
export const picturePresets: readonly PicturePreset[] = [
  { id: 'single', width_cm: 8.5, height_cm: 6.6, font_pt: 7 },
  { id: 'double', width_cm: 17.8, height_cm: 9.5, font_pt: 8 },
  { id: 'slide', width_cm: 25.4, height_cm: 14.29, font_pt: 16 }
]

/** Letters of a chart on the screen, CSS pixels. */
const screenLetters_px = 12
export const PX_PER_CM = 96 / 2.54
export const PX_PER_PT = 96 / 72

export interface PictureSize { readonly width: number; readonly height: number; readonly physical: { readonly width: string; readonly height: string }; readonly limits: AxisLimits }

/** The chart's own pixels in which letters of 12 px come out as large as the preset wants them. */
export function pictureSize({ width_cm, height_cm, font_pt, limits = {} }: PicturePreset): PictureSize {
  const enlarged = screenLetters_px / (font_pt * PX_PER_PT)
  return { width: width_cm * PX_PER_CM * enlarged, height: height_cm * PX_PER_CM * enlarged, physical: { width: `${width_cm}cm`, height: `${height_cm}cm` }, limits }
}

/** Journals ask for Arial or Helvetica; Liberation Sans has their widths where neither is installed. */
export const fileTheme: ChartTheme = { ...exportTheme, font: 'Arial, Helvetica, Liberation Sans, Noto Sans CJK SC, sans-serif' }
