import type { PicturePreset } from '../charts/svg/pictureSize'

/** A figure of a card that can be drawn at any size. */
export interface Drawing {
  /** Its place on the card. */
  readonly figure: number
  readonly title: string
  /** SVG of what is seen; `prefix` keeps its ids apart from other panels'. */
  readonly draw: (preset: PicturePreset, prefix: string) => string
}
export interface NamedDrawing extends Omit<Drawing, 'figure'> { readonly key: string }
/** A drawing in a figure of several, with what stands above it: a, b, c … or words of one's own. */
export interface Panel { readonly drawing: NamedDrawing; readonly label: string }

export const letterOf = (place: number): string => String.fromCharCode(97 + place)
