import type { ZoomPluginOptions } from 'chartjs-plugin-zoom/types/options'
import type { ChartTheme } from './chartTheme'
import { translucent } from './contrast'

/** Wheel zooms at the cursor, drag pans, Shift-drag draws a box. */
export function zoomOptions(mode: 'xy' | 'y', theme: ChartTheme): ZoomPluginOptions {
  return {
    pan: { enabled: true, mode, threshold: 3 },
    zoom: {
      mode,
      wheel: { enabled: true, speed: 0.12 },
      pinch: { enabled: true },
      drag: { enabled: true, modifierKey: 'shift', threshold: 4, backgroundColor: translucent(theme.accent, 0.14), borderColor: theme.accent,
        borderWidth: 1 }
    }
  }
}
