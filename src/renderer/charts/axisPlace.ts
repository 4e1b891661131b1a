/** Where the x axis lies on the canvas, and what it shows. */
export interface AxisPlace {
  readonly min: number
  readonly max: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly isLog: boolean
}

const scale = ({ isLog }: AxisPlace): ((value: number) => number) => (isLog ? Math.log10 : (value) => value)

export function pixelOf(axis: AxisPlace, value: number): number {
  const of = scale(axis)
  return axis.left + ((of(value) - of(axis.min)) / (of(axis.max) - of(axis.min))) * (axis.right - axis.left)
}

/** The value under a pixel, kept inside the axis. */
export function valueAt(axis: AxisPlace, pixel: number): number {
  const of = scale(axis)
  const share = Math.min(1, Math.max(0, (pixel - axis.left) / (axis.right - axis.left)))
  const value = of(axis.min) + share * (of(axis.max) - of(axis.min))
  return axis.isLog ? 10 ** value : value
}
