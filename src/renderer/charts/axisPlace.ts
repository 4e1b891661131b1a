/** Where an axis lies on the canvas, and what it shows: the pixels of its lowest and highest value, whichever way it runs. */
export interface AxisPlace {
  readonly min: number
  readonly max: number
  readonly minPixel: number
  readonly maxPixel: number
  readonly isLog: boolean
}
export interface PlotPlace {
  readonly x: AxisPlace
  readonly y: AxisPlace
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const scale = ({ isLog }: AxisPlace): ((value: number) => number) => (isLog ? Math.log10 : (value) => value)

export function pixelOf(axis: AxisPlace, value: number): number {
  const of = scale(axis)
  return axis.minPixel + ((of(value) - of(axis.min)) / (of(axis.max) - of(axis.min))) * (axis.maxPixel - axis.minPixel)
}

/** The value under a pixel, kept inside the axis. */
export function valueAt(axis: AxisPlace, pixel: number): number {
  const of = scale(axis)
  const share = Math.min(1, Math.max(0, (pixel - axis.minPixel) / (axis.maxPixel - axis.minPixel)))
  const value = of(axis.min) + share * (of(axis.max) - of(axis.min))
  return axis.isLog ? 10 ** value : value
}
