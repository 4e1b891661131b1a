import { sgg } from 'ml-savitzky-golay-generalized'

/** Savitzky–Golay smoothing with a cubic over an odd window of points; x may be uneven. Curves that are not longer than the window stay as they are. */
export function savitzkyGolay(x: readonly number[], y: readonly number[], window: number): readonly number[] {
  return y.length <= window ? y : Array.from(sgg([...y], [...x], { windowSize: window, polynomial: 3 }))
}
