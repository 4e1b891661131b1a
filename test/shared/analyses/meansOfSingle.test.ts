import { describe, expect, it } from 'vitest'
import type { Result } from '../../../src/shared/analyses/analysis'
import { meansOfSingle } from '../../../src/shared/analyses/meansOfSingle'

const result = (value: number, inputs: readonly string[], n?: number): Result =>
  ({ metric: 'fe_nh3', value, u: null, unit: '%', catalyst: 'A', conditions: {}, inputs, method: '', terms: [], ...(n === undefined ? {} : { n }) }) as unknown as Result

/** As it is defined: all inputs of the single one are inputs of the mean. */
const bySearch = (results: readonly Result[], single: Result): readonly Result[] => results.filter(({ n, inputs }) => n !== undefined && single.inputs.every((id) => inputs.includes(id)))

describe('means of a single result', () => {
  it('are those that all of its inputs went into, in their order, as a search finds them', () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    const singles = ids.flatMap((one, i) => ids.slice(i).map((other, j) => result(10 * i + j, one === other ? [one] : [one, other])))
    const means = [result(1, ['a', 'b', 'c'], 3), result(2, ['b', 'c', 'd'], 3), result(3, ['c', 'c', 'a'], 2), result(4, [], 2), result(5, ids, 5)]
    const all = [means[0]!, ...singles, ...means.slice(1)]
    const meansOf = meansOfSingle(all)
    for (const single of [...singles, result(9, []), result(9, ['unknown'])]) expect(meansOf(single)).toEqual(bySearch(all, single))
    expect(meansOf(singles[0]!)).toContain(means[2])
    expect(meansOf(result(9, ['d', 'e']))).toEqual([means[4]])
  })
})
