import type { Plugin } from 'chart.js'
import type { ShallowRef } from 'vue'
import type ChartCanvas from './ChartCanvas.vue'
import type { ChartConfig, ChartDatasets } from './chartConfig'
import { exportTheme, type ChartTheme } from './chartTheme'
import { fileTheme, pictureSize, type PicturePreset } from './svg/pictureSize'

export type PictureParts = readonly [ChartConfig, ChartDatasets, readonly Plugin[]]

interface Pictures {
  /** PNG at twice the size, on white, of the window that is seen. */
  readonly toPng: () => string
  /** SVG of the window that is seen, as large as the preset prints it. */
  readonly toSvg: (preset: PicturePreset, prefix: string) => string
}

/** Pictures of a chart; `parts` is what is seen of it, for a picture of some width: light, with its legend inside. */
export function usePictures(canvas: Readonly<ShallowRef<InstanceType<typeof ChartCanvas> | null>>, parts: (width: number, colours: ChartTheme) => PictureParts): Pictures {
  return {
    toPng: () => canvas.value?.picture(...parts(canvas.value.width(), exportTheme)) ?? '',
    toSvg(preset, prefix) {
      const size = pictureSize(preset)
      return canvas.value?.svg(...parts(size.width, fileTheme), size, prefix) ?? ''
    }
  }
}
