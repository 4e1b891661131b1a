/**
 * Where a list has other objects than before, when all else stayed at its place; null when it did not, or when so much is other that
 * one may as well look at everything. Looks at no object, so ten thousand take some microseconds.
 */
export function replacedAt(before: readonly object[], now: readonly object[]): readonly number[] | null {
  if (before.length !== now.length) return null
  const most = now.length / 8
  const places: number[] = []
  for (let i = 0; i < now.length; i += 1) {
    if (before[i] === now[i]) continue
    if (places.length >= most) return null
    places.push(i)
  }
  return places
}
