export type Vector = readonly [number, number, number]
/** Three lattice vectors, Å. */
export type Lattice = readonly [Vector, Vector, Vector]

const dot = (u: Vector, v: Vector): number => u[0] * v[0] + u[1] * v[1] + u[2] * v[2]
const cross = (u: Vector, v: Vector): Vector => [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]]
export const lengthOf = (u: Vector): number => Math.sqrt(dot(u, u))
export const volumeOf = ([a, b, c]: Lattice): number => Math.abs(dot(a, cross(b, c)))

/** Angle between two vectors, degrees. */
export const angleBetween = (u: Vector, v: Vector): number =>
  (Math.acos(Math.max(-1, Math.min(1, dot(u, v) / lengthOf(u) / lengthOf(v)))) * 180) / Math.PI

/** The vectors as printed, times the scale: one factor, a volume to be reached (negative), or one factor per axis of space. */
export function scaledLattice(printed: Lattice, scale: readonly number[]): Lattice {
  const [first = NaN, second = first, third = first] = scale
  const isVolume = scale.length === 1 && first < 0
  const factor = isVolume ? Math.cbrt(-first / volumeOf(printed)) : first
  const factors = isVolume || scale.length === 1 ? [factor, factor, factor] : [first, second, third]
  const scaled = ([x, y, z]: Vector): Vector => [x * factors[0]!, y * factors[1]!, z * factors[2]!]
  return [scaled(printed[0]), scaled(printed[1]), scaled(printed[2])]
}
