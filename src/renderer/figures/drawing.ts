import type { PicturePreset } from '../charts/svg/pictureSize'

/** A figure of a card that can be drawn at any size. */
export interface Drawing {
  /** Its place on the card. */
  readonly figure: number
  readonly title: string
  /** SVG of what is seen; `prefix` keeps its ids apart from other panels'. */
  readonly draw: (preset: PicturePreset, prefix: string) => string
}
export interface NamedDrawing extends Drawing { readonly key: string }
