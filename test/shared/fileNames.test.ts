import { describe, expect, it } from 'vitest'
import { createDistinctNames, safeFileName } from '../../src/shared/fileNames'

describe('a name for a file', () => {
  it.each([
    ['RuFe-NC_CA.txt', 'RuFe-NC_CA.txt'], ['a<b>:"|?*.txt', 'a_b______.txt'], ['CON', '_CON'], ['con.txt', '_con.txt'], ['LPT1 .dat', '_LPT1 .dat'], ['CONTROL.txt', 'CONTROL.txt'], ['com.txt', 'com.txt'],
    ['RuFe.', 'RuFe_'], ['RuFe. ', 'RuFe__'], ['..', '__'], ['', '_'], ['a\u0000b\n', 'a_b_'], ['a\\b/c', 'a_b_c'], ['钌铁.txt', '钌铁.txt']
  ])('%j is %j on every system', (name, safe) => {
    expect(safeFileName(name)).toBe(safe)
  })
  it('is not longer than Linux takes, keeps its extension and no half letter', () => {
    const name = safeFileName(`${'钌'.repeat(255)}.txt`)
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200)
    expect(name).toMatch(/^钌{60,}\.txt$/)
  })
})

describe('names of their own', () => {
  it('differ in more than upper and lower case, or how an umlaut is written', () => {
    const distinct = createDistinctNames()
    expect(['RuO2.csv', 'Ruo2.csv', 'RUO2.csv', 'M\u00fcller.csv', 'Mu\u0308ller.csv', 'plain'].map((name) => distinct([name]))).toEqual(['RuO2.csv', 'Ruo2 (2).csv', 'RUO2 (3).csv', 'M\u00fcller.csv', 'Mu\u0308ller (2).csv', 'plain'])
  })
  it('no file has the name of a folder of another', () => {
    const distinct = createDistinctNames()
    expect([distinct(['lab/data', 'x_data']), distinct(['lab/Data/a.txt', 'a.txt']), distinct(['LAB', 'y_LAB']), distinct(['lab/b.txt', 'b.txt'])]).toEqual(['lab/data', 'a.txt', 'y_LAB', 'lab/b.txt'])
  })
})
