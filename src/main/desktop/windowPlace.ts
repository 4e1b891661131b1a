import { z } from 'zod'

export interface Rectangle { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
export interface WindowPlace { readonly bounds: Rectangle; readonly maximized: boolean }

const rectangle = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })
export const windowPlaceSchema = z.object({ bounds: rectangle, maximized: z.boolean() }).nullable()
export const smallest = { width: 900, height: 600 }

/** The remembered place if a good part of it still lies on a display; else null (a monitor was unplugged). */
export function visiblePlace(place: WindowPlace | null, displays: readonly Rectangle[]): WindowPlace | null {
  if (!place) return null
  const { bounds } = place
  const overlap = (a: number, aLength: number, b: number, bLength: number): number => Math.min(a + aLength, b + bLength) - Math.max(a, b)
  const seen = displays.some((display) =>
    overlap(bounds.x, bounds.width, display.x, display.width) >= 200 && overlap(bounds.y, bounds.height, display.y, display.height) >= 100)
  return seen && bounds.width >= smallest.width && bounds.height >= smallest.height ? place : null
}
