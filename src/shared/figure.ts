/** Figures are data: the same one goes to the screen, to Excel and to a test. Texts are plain Unicode (NO₃⁻, mg h⁻¹). */
export interface Axis {
  readonly title: string
  readonly unit: string
  readonly log?: boolean
  readonly reversed?: boolean
  /** Zero is always in view: changes that are small beside the quantity itself look small. */
  readonly holdsZero?: true
  /** Names of the places 0, 1, 2 …: states of a reaction instead of numbers. */
  readonly labels?: readonly string[]
  /** Places on it mean nothing but above and below: curves that were moved apart. It has no numbers. */
  readonly isArbitrary?: true
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
  /** Series of one family look the same and have one entry in the legend, with this name: replicates, cycles. */
  readonly family?: string
  /** Its name stands at its end instead of in the legend: curves above each other. */
  readonly isNamedAtCurve?: true
  readonly picks?: Picks
}

/** Points of a series that a click leaves out or takes back; the setting lists those that are out, by their keys. */
export interface Picks {
  readonly setting: string
  /** What the setting holds now. */
  readonly value: string
  /** One for each point: how the setting calls it. */
  readonly keys: readonly string[]
  /** One for each point: left out, and drawn hollow. */
  readonly isOut: readonly boolean[]
}

/** Stretches of x that are left out: dragging with Ctrl adds one to the curves that are seen, a click with Ctrl takes it back. */
export interface Stretches {
  readonly setting: string
  readonly value: string
  /** One for each series: how the setting calls it. */
  readonly names: readonly string[]
}

/** A line or point to notice: E_F, d-band centre, onset, LOQ. */
export interface Mark {
  readonly axis: 'x' | 'y'
  readonly value: number
  readonly label: string
  readonly catalyst?: string
}

/** An end of a window or a level that is dragged on the figure or typed on the card: both set the same setting of the analysis. */
export interface Handle {
  readonly label: string
  readonly setting: string
  /** The x axis unless this says otherwise. */
  readonly axis?: 'y'
  /** Place on the axis; the setting is this, or 10 to its power on an axis of logarithms, or minus this where a current stands for |j|. */
  readonly value: number
  readonly isPowerOf10?: boolean
  readonly isOpposite?: boolean
  /** Settings that must hold with it, as 'window: as entered'. */
  readonly also?: Readonly<Record<string, string | number | boolean>>
}

/** A stretch of x that does not count, shaded; the label says for which series unless for all. */
export interface Band { readonly from: number; readonly to: number; readonly label: string }

export interface XyFigure {
  readonly kind: 'xy'
  readonly id: string
  readonly title: string
  readonly x: Axis
  readonly y: Axis
  readonly series: readonly Series[]
  readonly marks?: readonly Mark[]
  readonly handles?: readonly Handle[]
  readonly stretches?: Stretches
  readonly bands?: readonly Band[]
  /** A unit is as long on both axes (Nyquist). */
  readonly equalScales?: true
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

/** A surface as colours: a series of spectra, a slice through a density. */
export interface HeatFigure {
  readonly kind: 'heat'
  readonly id: string
  readonly title: string
  readonly x: Axis
  readonly y: Axis
  readonly z: Axis
  /** Places of the columns and of the rows, rising; a cell reaches half way to its neighbours. */
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  /** One list a row; NaN where nothing was measured. */
  readonly values: readonly (readonly number[])[]
  /** Colours on both sides of zero, for differences. */
  readonly isDiverging?: true
  /** Differences beyond ± this have the outermost colour; as far as the values reach where left out. */
  readonly limit?: number
}

/** Words and numbers in rows: a sample's record, which band is seen on which catalyst. Cells of a catalyst's column or row have its name. */
export interface TableFigure {
  readonly kind: 'table'
  readonly id: string
  readonly title: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
  /** Its cells are what somebody wrote, to be shown as it is in every language. */
  readonly isQuoted?: true
}

/** A picture of a microscope, with its scale where that is known. */
export interface ImageFigure {
  readonly kind: 'image'
  readonly id: string
  readonly title: string
  readonly width: number
  readonly height: number
  /** Grey of 8 bits in base64, row by row from the top. */
  readonly pixels: string
  /** Size of one of these pixels, nm. */
  readonly pixel_nm: number | null
}

export type Figure = XyFigure | BarsFigure | RadarFigure | HeatFigure | TableFigure | ImageFigure
export type FigureKind = Figure['kind']
