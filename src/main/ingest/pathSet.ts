/**
 * The paths that a scan has seen, as numbers of 53 bits: half a million take a quarter of what their names would. It may take a path for a
 * seen one that is not, once in some ten thousand million; each scan asks with another seed, so the next one knows. Never the other way round.
 */
export interface PathSet { add(path: string): void; has(path: string): boolean; size(): number }

export function createPathSet(seed: number): PathSet {
  const seen = new Set<number>()
  let count = 0
  return {
    add(path) {
      count += 1
      seen.add(numberOf(path, seed))
    },
    has: (path) => seen.has(numberOf(path, seed)),
    size: () => count
  }
}

/** Two multiplicative hashes of 32 bits side by side (FNV-1a and one with another prime). */
function numberOf(text: string, seed: number): number {
  let a = (0x811c9dc5 ^ seed) >>> 0
  let b = (0x9e3779b9 + seed) >>> 0
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i)
    a = Math.imul(a ^ unit, 0x01000193)
    b = Math.imul(b ^ unit, 0x85ebca6b)
    b ^= b >>> 13
  }
  return ((b ^ (a >>> 7)) & 0x1fffff) * 0x100000000 + (a >>> 0)
}
