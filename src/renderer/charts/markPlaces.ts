export interface UprightMark { readonly at: number; readonly width: number }

/** Lines nearer than this have their words on one side, beside all of them. */
const near = 24
const gap = 5

/**
 * Left ends of the words of upright lines, given from left to right: to the right of their line, or to the left where another line or
 * the edge of the plot stands in their way.
 */
export function markPlaces(marks: readonly UprightMark[], left: number, right: number): readonly number[] {
  const groups = marks.reduce<UprightMark[][]>((all, mark) => {
    const last = all.at(-1)
    if (last && mark.at - last.at(-1)!.at < near) last.push(mark)
    else all.push([mark])
    return all
  }, [])
  return groups.flatMap((group) => {
    const widest = Math.max(...group.map(({ width }) => width))
    const [first, last] = [group[0]!.at, group.at(-1)!.at]
    const others = marks.filter((mark) => !group.includes(mark))
    const isFree = (from: number, to: number): boolean => from >= left && to <= right && others.every(({ at }) => at <= from - 2 || at >= to + 2)
    const after = last + gap
    const isRight = isFree(after, after + widest) || (!isFree(first - gap - widest, first - gap) && after + widest <= right)
    return group.map(({ width }) => (isRight ? after : first - gap - width))
  })
}
