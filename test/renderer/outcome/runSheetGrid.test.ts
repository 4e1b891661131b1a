import { describe, expect, it } from 'vitest'
import type { Entry } from '../../../src/shared/project'
import { filesOfSeveral, nameOfEntry, parseCell, pastedBlock } from '../../../src/renderer/views/runSheet/runSheetGrid'

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
    expect(pastedBlock('Ru-NC\tabout 1', ['a'], columns, 1)).toEqual({ cells: [], bad: { text: 'about 1', problem: 'number' }, beyond: 0 })
    expect(pastedBlock('x\t1\t2\ny\t1\t2', ['a'], columns, 1)).toMatchObject({ cells: [{}, {}], beyond: 4 })
  })
})

describe('a cell', () => {
  it('takes h:mm:ss in a column of time, and asks what 1:30 is', () => {
    expect([parseCell('0:30:00', 'number', 'time_h'), parseCell(' 26：00：00 ', 'number', 'time_h'), parseCell('1,5', 'number', 'time_h')]).toEqual([{ value: 0.5 }, { value: 26 }, { value: 1.5 }])
    expect(parseCell('1:30', 'number', 'time_h')).toEqual({ problem: 'time' })
    expect([parseCell('0:30:00', 'number', 'pH'), parseCell('0:75:00', 'number', 'time_h'), parseCell('-1:00:00', 'number', 'time_h')]).toEqual(Array(3).fill({ problem: 'number' }))
    expect(pastedBlock('1:30:00\n1:30', ['a', 'b'], [{ key: 'time_h', kind: 'number' }], 1)).toEqual({ cells: [], bad: { text: '1:30', problem: 'time' }, beyond: 0 })
  })
  it('takes any text, also one that says bad', () => {
    expect(pastedBlock('bad', ['a'], [{ key: 'note', kind: 'text' }], 1)).toMatchObject({ cells: [{ value: 'bad' }], bad: null })
  })
})
