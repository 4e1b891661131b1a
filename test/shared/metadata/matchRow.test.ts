import { describe, expect, it } from 'vitest'
import { matchRows } from '../../../src/shared/metadata/matchRow'

const candidates = [
  { id: 'a', path: 'C:\\lab\\RuFe-NC\\CA_-0.1V.txt', title: '' },
  { id: 'b', path: 'C:\\lab\\RuCo-NC\\CA_-0.1V.txt', title: '' },
  { id: 'c', path: 'C:\\lab\\uv.csv', title: 'std1.2ppm' },
  { id: 'd', path: 'C:\\lab\\uv.csv', title: 'blank' },
  { id: 'e', path: 'C:\\other\\LSV.txt', title: '' },
  { id: 'f', path: 'C:\\lab\\LSV.txt', title: '' },
  { id: 'f', path: 'C:\\backup\\copy of LSV.txt', title: '', fileId: 'C:\\lab\\LSV.txt' }
].map((candidate) => ({ fileId: candidate.path, ...candidate }))
const match = (file: string, catalyst?: string) => matchRows([{ fields: { file, ...(catalyst ? { catalyst } : {}) }, folder: 'C:\\lab' }], candidates)[0]!

describe('rows to files', () => {
  it('by name, stem, case and folder', () => {
    expect(match('ruco-nc/ca_-0.1v.TXT').ids).toEqual(['b'])
    expect(match('RuFe-NC\\CA_-0.1V').ids).toEqual(['a'])
    expect(match('uv.csv').ids).toEqual(['c', 'd'])
  })
  it('one dataset of a file', () => {
    expect(match('uv.csv#blank').ids).toEqual(['d'])
    expect(match('std1.2ppm').ids).toEqual(['c'])
  })
  it('a copy by any of its names', () => expect(match('copy of LSV').ids).toEqual(['f']))
  it('the file beside the sheet before one elsewhere', () => expect(match('LSV.txt').ids).toEqual(['f']))
  it('the row\'s catalyst decides between files of one name; otherwise none is taken', () => {
    expect(match('CA_-0.1V.txt', 'RuCo-NC').ids).toEqual(['b'])
    expect(match('CA_-0.1V.txt')).toMatchObject({ ids: [], problem: 'ambiguous' })
    expect(match('nowhere.txt')).toMatchObject({ ids: [], problem: 'none' })
  })
})
