/** Figures are data: the same one goes to the screen, to Excel and to a test. Texts are plain Unicode (NO₃⁻, mg h⁻¹). */
export interface Axis {
  readonly title: string
  readonly unit: string
  readonly log?: boolean
  readonly reversed?: boolean
  /** Names of the places 0, 1, 2 …: states of a reaction instead of numbers. */
  readonly labels?: readonly string[]
}

export interface Series {
  readonly name: string
  /** Its colour and marker are the catalyst's. */
  readonly catalyst?: string
  readonly style: 'line' | 'dashed' | 'points' | 'linePoints' | 'area'
  readonly x: readonly number[]
  readonly y: readonly number[]
  readonly yError?: readonly (number | null)[]
  readonly xError?: readonly (number | null)[]
  /** What was done to it: 'smoothed (Savitzky–Golay 11)', 'decimated 120 000 → 4 000 (min–max)'. */
  readonly note?: string
}

/** A line or point to notice: E_F, d-band centre, onset, LOQ. */
export interface Mark {
  readonly axis: 'x' | 'y'
  readonly value: number
  readonly label: string
  readonly catalyst?: string
}

/** An end of a window that is dragged on the figure or typed on the card: both set the same setting of the analysis. */
export interface Handle {
  readonly label: string
  readonly setting: string
  /** Place on the x axis; the setting is this, or 10 to its power on an axis of logarithms. */
  readonly value: number
  readonly isPowerOf10?: boolean
  /** Settings that must hold with it, as 'window: as entered'. */
  readonly also?: Readonly<Record<string, string | number | boolean>>
}

export interface XyFigure {
  readonly kind: 'xy'
  readonly id: string
  readonly title: string
  readonly x: Axis
  readonly y: Axis
  readonly series: readonly Series[]
  readonly marks?: readonly Mark[]
  readonly handles?: readonly Handle[]
}

export interface BarGroup {
  readonly name: string
  readonly catalyst?: string
  /** One per category; null where there is none. */
  readonly values: readonly (number | null)[]
  readonly errors?: readonly (number | null)[]
  /** The single values behind each mean, per category. */
  readonly points?: readonly (readonly number[])[]
}

export interface BarsFigure {
  readonly kind: 'bars'
  readonly id: string
  readonly title: string
  readonly categories: readonly string[]
  readonly x: Axis
  readonly y: Axis
  readonly groups: readonly BarGroup[]
  readonly stacked: boolean
}

/** Several quantities of each catalyst on axes of their own, scaled to 0 … 1; what they are unscaled stands beside. */
export interface RadarFigure {
  readonly kind: 'radar'
  readonly id: string
  readonly title: string
  /** Names of the axes. */
  readonly categories: readonly string[]
  readonly x: Axis
  readonly y: Axis
  readonly groups: readonly {
    readonly name: string
    readonly catalyst?: string
    readonly values: readonly (number | null)[]
    readonly raw: readonly ({ readonly value: number; readonly u: number | null; readonly unit: string } | null)[]
  }[]
}

export type Figure = XyFigure | BarsFigure | RadarFigure
export type FigureKind = Figure['kind']
