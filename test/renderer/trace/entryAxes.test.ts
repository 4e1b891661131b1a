import { describe, expect, it } from 'vitest'
import { entryAxes } from '../../../src/renderer/trace/entryAxes'
import { summariseMeasurement, type Technique } from '../../../src/shared/measurement'
import { column, measurement } from '../../shared/analyses/project'

const axes = (technique: Technique, columns: Parameters<typeof measurement>[1]) => entryAxes(summariseMeasurement(measurement(technique, columns)))
const time = column('time', 's', [0, 1])
const potential = { ...column('potential', 'V', [0.1, 0.2]), name: 'Ewe/V' }
const current = column('current', 'mA', [1, 2])

describe('the first look at a dataset', () => {
  it('is against time for an electrolysis and against potential for a sweep', () => {
    expect(axes('CA', [potential, current, time])?.columns).toEqual([2, 1])
    expect(axes('CV', [potential, current, time])?.columns).toEqual([0, 1])
    expect(axes('CV', [potential, current])?.x).toEqual({ title: 'Ewe', unit: 'V' })
  })
  it('takes the first two columns of numbers of anything else, never a column of words', () => {
    const words = { ...column('other', '', [0, 1]), labels: ['a', 'b'] }
    expect(axes('OTHER', [words, time, column('other', '', [5, 6])])?.columns).toEqual([1, 2])
    expect(axes('OTHER', [words, time])).toBe(null)
  })
})
