import { describe, expect, it } from 'vitest'
import { distinctNames } from '../../../src/shared/electrochemistry/entryName'
import type { Entry } from '../../../src/shared/project'

const entry = (path: string, i: number): Entry => ({ id: `e${i}`, path, fields: {}, measurement: {} }) as unknown as Entry

describe('names of entries', () => {
  it('hold as many folders as it takes to tell them apart, in the order of the entries', () => {
    const paths = ['a/slab/DOSCAR', 'b\\slab\\DOSCAR', 'a/bulk/DOSCAR', 'a/bulk/vasprun.xml']
    expect([...distinctNames(paths.map(entry)).values()]).toEqual(['a/slab/DOSCAR', 'b/slab/DOSCAR', 'bulk/DOSCAR', 'vasprun.xml'])
  })
  it('stay alike where nothing tells them apart', () => {
    expect([...distinctNames(['x/same.txt', 'x/same.txt'].map(entry)).values()]).toEqual(['x/same.txt', 'x/same.txt'])
  })
})
