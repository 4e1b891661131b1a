/**
 * What must be known of `now` by somebody who has `before`: 0 for nothing, else a part in place of another, of objects the keys
 * that differ, of lists their common beginning and end and what stands between, or the items that differ.
 */
export type Difference =
  | 0
  | { readonly is: unknown }
  | { readonly keys: Readonly<Record<string, Difference>> }
  | { readonly items: readonly (readonly [at: number, difference: Difference])[] }
  | { readonly kept: readonly [first: number, last: number]; readonly between: readonly unknown[] }

type Plain = Readonly<Record<string, unknown>>
const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value)
/** What JSON keeps of an object. */
const keysOf = (value: Plain): string[] => Object.keys(value).filter((key) => value[key] !== undefined)

/** Of two values that JSON can hold. Objects that are the very same are not looked into. */
export function differenceOf(before: unknown, now: unknown): Difference {
  if (Object.is(before, now)) return 0
  if (Array.isArray(before) && Array.isArray(now)) return ofLists(before, now)
  if (isPlain(before) && isPlain(now)) return ofObjects(before, now)
  return { is: now }
}

function ofObjects(before: Plain, now: Plain): Difference {
  const [keys, earlier] = [keysOf(now), keysOf(before)]
  // Conditions are shown in the order of their keys.
  if (keys.length !== earlier.length || keys.some((key, i) => key !== earlier[i])) return { is: now }
  const found: Record<string, Difference> = {}
  for (const key of keys) {
    const difference = differenceOf(before[key], now[key])
    if (difference !== 0) Object.defineProperty(found, key, { value: difference, enumerable: true })
  }
  return Object.keys(found).length === 0 ? 0 : { keys: found }
}

function ofLists(before: readonly unknown[], now: readonly unknown[]): Difference {
  if (before.length === now.length) return now.some(isObject) ? ofItems(before, now) : now.every((value, i) => Object.is(value, before[i])) ? 0 : { is: now }
  const most = Math.min(before.length, now.length)
  let [first, last] = [0, 0]
  while (first < most && differenceOf(before[first], now[first]) === 0) first += 1
  while (last < most - first && differenceOf(before[before.length - 1 - last], now[now.length - 1 - last]) === 0) last += 1
  return first + last === 0 ? { is: now } : { kept: [first, last], between: now.slice(first, now.length - last) }
}
const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null

function ofItems(before: readonly unknown[], now: readonly unknown[]): Difference {
  const items: [number, Difference][] = []
  for (let i = 0; i < now.length; i += 1) {
    const difference = differenceOf(before[i], now[i])
    if (difference !== 0) items.push([i, difference])
  }
  return items.length === 0 ? 0 : { items }
}

/** `now` of the two; parts that are the same are the objects of before. */
export function withDifference(before: unknown, difference: Difference): unknown {
  if (difference === 0) return before
  if ('is' in difference) return difference.is
  if ('keys' in difference) {
    const own = before as Plain
    return { ...own, ...Object.fromEntries(Object.entries(difference.keys).map(([key, part]) => [key, withDifference(own[key], part)])) }
  }
  const list = before as readonly unknown[]
  if ('kept' in difference) return [...list.slice(0, difference.kept[0]), ...difference.between, ...list.slice(list.length - difference.kept[1])]
  const changed = [...list]
  for (const [at, part] of difference.items) changed[at] = withDifference(list[at], part)
  return changed
}
