/** Hyperfine splittings in gauss, equivalent nuclei of one kind together. */
export interface SpinAdduct { readonly name: string; readonly nitrogen_G: number; readonly hydrogens: readonly { readonly count: number; readonly splitting_G: number }[] }

/** The adduct that shows atomic hydrogen on its way to nitrate. */
export const DMPO_H = 'DMPO–H'

/** Buettner, Free Radic. Biol. Med. 3 (1987) 259; DMPO in water. */
export const spinAdducts: readonly SpinAdduct[] = [
  { name: DMPO_H, nitrogen_G: 16.5, hydrogens: [{ count: 2, splitting_G: 22.5 }] },
  { name: 'DMPO–OH', nitrogen_G: 14.9, hydrogens: [{ count: 1, splitting_G: 14.9 }] },
  { name: 'DMPO–OOH', nitrogen_G: 14.3, hydrogens: [{ count: 1, splitting_G: 11.7 }, { count: 1, splitting_G: 1.25 }] }
]

export interface SpinLine { readonly offset_G: number; readonly weight: number }

/** Lines of an adduct about its centre with weights that add up to 1: ¹⁴N gives three equal ones, n equivalent ¹H a binomial. */
export function linesOf({ nitrogen_G, hydrogens }: SpinAdduct): SpinLine[] {
  let lines: SpinLine[] = [-1, 0, 1].map((m) => ({ offset_G: m * nitrogen_G, weight: 1 / 3 }))
  for (const { count, splitting_G } of hydrogens) {
    for (let i = 0; i < count; i += 1) lines = lines.flatMap(({ offset_G, weight }) => [{ offset_G: offset_G - splitting_G / 2, weight: weight / 2 }, { offset_G: offset_G + splitting_G / 2, weight: weight / 2 }])
  }
  const merged = new Map<string, SpinLine>()
  for (const line of lines) {
    const key = line.offset_G.toFixed(3)
    merged.set(key, { offset_G: line.offset_G, weight: (merged.get(key)?.weight ?? 0) + line.weight })
  }
  return [...merged.values()].sort((a, b) => a.offset_G - b.offset_G)
}

/** First derivative of an absorption of area 1: Gaussian or Lorentzian lines of the given peak-to-peak width. */
export function derivativeSpectrum(field_G: ArrayLike<number>, centre_G: number, widthPp_G: number, lines: readonly SpinLine[]): Float64Array {
  const out = new Float64Array(field_G.length)
  // Lorentzian: half width = √3/2 of the peak-to-peak width.
  const half = (Math.sqrt(3) / 2) * widthPp_G
  for (const { offset_G, weight } of lines) {
    for (let i = 0; i < out.length; i += 1) {
      const t = field_G[i]! - centre_G - offset_G
      out[i]! += (weight * (-2 * half * t)) / (Math.PI * (t * t + half * half) ** 2)
    }
  }
  return out
}
