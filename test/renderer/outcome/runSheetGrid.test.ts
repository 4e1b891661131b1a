import { describe, expect, it } from 'vitest'
import type { Entry } from '../../../src/shared/project'
import { filesOfSeveral, nameOfEntry, pastedBlock } from '../../../src/renderer/views/runSheet/runSheetGrid'

const entry = (id: string, fileId: string, title: string | null): Entry =>
  ({ id, fileId, path: `/lab/${fileId}.txt`, measurement: title === null ? null : { title } }) as unknown as Entry

describe('names in the run sheet', () => {
  const entries = [entry('a:0', 'a', 'curve 1'), entry('a:1', 'a', 'curve 2'), entry('b:0', 'b', 'RuFe-NC'), entry('sheet:3', 'sheet', null), entry('sheet:4', 'sheet', null)]
  it('carry the title only where a file holds several measurements', () => {
    const several = filesOfSeveral(entries)
    expect(entries.map((one) => nameOfEntry(one, several.has(one.fileId)))).toEqual(['a.txt # curve 1', 'a.txt # curve 2', 'b.txt', 'sheet.txt', 'sheet.txt'])
  })
})

describe('a block from the clipboard', () => {
  const columns = [{ key: 'catalyst', kind: 'text' }, { key: 'area_cm2', kind: 'number' }] as const
  it('goes into rows and columns from the cursor on, numbers with either decimal sign, empty cells give back', () => {
    expect(pastedBlock('RuFe-NC\t0,5\r\n\t1.25\r\n', ['a', 'b', 'c'], columns, 1)).toEqual({
      cells: [{ entry: 'a', field: 'catalyst', value: 'RuFe-NC' }, { entry: 'a', field: 'area_cm2', value: 0.5 }, { entry: 'b', field: 'catalyst', value: null }, { entry: 'b', field: 'area_cm2', value: 1.25 }], bad: null, beyond: 0
    })
  })
  it('of one cell goes into all that are selected', () => {
    expect(pastedBlock('Ru-NC', ['a', 'b', 'c'], columns, 2).cells).toEqual(['a', 'b'].map((entry) => ({ entry, field: 'catalyst', value: 'Ru-NC' })))
    expect(pastedBlock('1\n2', ['a', 'b', 'c'], columns.slice(1), 3).cells.map(({ value }) => value)).toEqual([1, 2])
  })
  it('changes nothing where one cell cannot be taken, and counts what has no place', () => {
    expect(pastedBlock('Ru-NC\tabout 1', ['a'], columns, 1)).toEqual({ cells: [], bad: 'about 1', beyond: 0 })
    expect(pastedBlock('x\t1\t2\ny\t1\t2', ['a'], columns, 1)).toMatchObject({ cells: [{}, {}], beyond: 4 })
  })
})
