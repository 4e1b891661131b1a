/**
 * Standard uncertainty of a number in its independent parts: its own (its readings), and two for each calibration line that it was read
 * from (of the line's height at its mean, and of its slope, which are not correlated). Numbers of one line err together.
 */
export interface Spread { readonly own: number; readonly lines: ReadonlyMap<string, readonly [height: number, slope: number]> }

/** A number whose uncertainty comes from no line. */
export const ownSpread = (u: number): Spread => ({ own: u, lines: new Map() })

/** Spread of Σ factor·number; null where that of any number is not known. */
export function combinedSpread(terms: readonly (readonly [factor: number, spread: Spread | null])[]): Spread | null {
  let own = 0
  const lines = new Map<string, readonly [number, number]>()
  for (const [factor, spread] of terms) {
    if (spread === null) return null
    own = Math.hypot(own, factor * spread.own)
    for (const [name, [height, slope]] of spread.lines) {
      const [h, s] = lines.get(name) ?? [0, 0]
      lines.set(name, [h + factor * height, s + factor * slope])
    }
  }
  return { own, lines }
}

/** What the lines alone contribute. */
export const lineUncertainty = ({ lines }: Spread): number => Math.hypot(...[...lines.values()].flat())

export const uncertaintyOf = (spread: Spread): number => Math.hypot(spread.own, lineUncertainty(spread))
