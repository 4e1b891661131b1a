import { describe, expect, it } from 'vitest'
import type { Entry } from '../../../src/shared/project'
import { filesOfSeveral, nameOfEntry } from '../../../src/renderer/views/runSheet/runSheetGrid'

const entry = (id: string, fileId: string, title: string | null): Entry =>
  ({ id, fileId, path: `/lab/${fileId}.txt`, measurement: title === null ? null : { title } }) as unknown as Entry

describe('names in the run sheet', () => {
  const entries = [entry('a:0', 'a', 'curve 1'), entry('a:1', 'a', 'curve 2'), entry('b:0', 'b', 'RuFe-NC'), entry('sheet:3', 'sheet', null), entry('sheet:4', 'sheet', null)]
  it('carry the title only where a file holds several measurements', () => {
    const several = filesOfSeveral(entries)
    expect(entries.map((one) => nameOfEntry(one, several.has(one.fileId)))).toEqual(['a.txt # curve 1', 'a.txt # curve 2', 'b.txt', 'sheet.txt', 'sheet.txt'])
  })
})
