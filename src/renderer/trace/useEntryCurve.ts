import { onBeforeUnmount, shallowRef, type ShallowRef } from 'vue'
import type { TraceCurve } from '@shared/api'
import type { Range } from '../charts/axisRange'

export type AskCurve = (window: Range | null, columns: number) => Promise<TraceCurve | undefined>

export interface EntryCurve {
  /** The newest picture: it stays until a finer one is there. */
  readonly curve: ShallowRef<TraceCurve | null>
  readonly isWaiting: ShallowRef<boolean>
  /** What is seen now, and in how many pixels. */
  readonly see: (window: Range, width: number) => void
}

/** A picture reaches so far beyond each edge of the window, as a share of it: a movement has something to show before the answer is there. */
const reach = 0.5

/**
 * Pictures of a long curve for the window that is seen: one question at a time, always for the newest window, and none while the
 * picture at hand holds all of it as finely as it can be drawn.
 */
export function useEntryCurve(ask: AskCurve): EntryCurve {
  const curve = shallowRef<TraceCurve | null>(null)
  const isWaiting = shallowRef(false)
  let wanted: { readonly window: Range; readonly width: number } | null = null
  /** What the picture at hand is fine enough for. */
  let held: (Range & { readonly perPixel: number }) | null = null
  let isGone = false
  onBeforeUnmount(() => { isGone = true })

  const isHeld = ({ min, max }: Range, width: number): boolean =>
    held !== null && min >= held.min && max <= held.max && (max - min) / width >= held.perPixel * 0.9

  async function answer(): Promise<void> {
    isWaiting.value = true
    while (wanted && !isGone) {
      const { window, width } = wanted
      wanted = null
      const beyond = reach * (window.max - window.min)
      const wide = { min: window.min - beyond, max: window.max + beyond }
      const found = await ask(wide, Math.max(2, Math.round(width * (1 + 2 * reach))))
      if (!found || isGone) break
      held = { ...wide, perPixel: (window.max - window.min) / width }
      curve.value = found
    }
    isWaiting.value = false
  }
  function see(window: Range, width: number): void {
    if (!(window.max > window.min) || !(width > 0)) return
    wanted = isHeld(window, width) ? null : { window, width }
    if (wanted && !isWaiting.value) void answer()
  }
  return { curve, isWaiting, see }
}
