import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { ReadError, type ReadResult } from '../../../../src/shared/readers/reader'
import { runSheet } from '../../../../src/shared/readers/runSheet/runSheet'
import { growthOf } from '../../../growth'
import { bytesOf, sentenceOf, workbook } from './runSheetFiles'

describe('hostile and damaged files', () => {
  const read = (name: string, bytes: Uint8Array): string => sentenceOf(() => runSheet.read({ name, bytes }))
  const xlsx = workbook([
    ['file', 'pH'],
    ['a.txt', 7]
  ])

  it('names a file that is not what its extension says', () => {
    expect(read('runsheet.xlsx', bytesOf('file,pH\na.txt,7'))).toMatch(/named \.xlsx but is plain text; rename it to \.csv/)
    expect(read('runsheet.xlsx', new Uint8Array([1, 0, 2, 3]))).toMatch(/no spreadsheet inside/)
    expect(read('runsheet.csv', xlsx)).toMatch(/is a spreadsheet \(\.xlsx\) inside; rename it/)
    expect(runSheet.recognises({ name: 'runsheet.txt', bytes: xlsx, size: xlsx.length })?.confidence).toBe('certain')
    expect(read('runsheet.txt', xlsx)).toMatch(/named \.txt but is a spreadsheet/)
    expect(read('runsheet.xlsx', zipSync({ 'a.txt': strToU8('hello') }))).toMatch(/no spreadsheet inside/)
  })

  it('says that a file is cut off', () => {
    expect(read('runsheet.xlsx', xlsx.subarray(0, Math.floor(xlsx.length / 2)))).toMatch(/cut off or damaged/)
  })

  it('refuses a zip that would unpack to very much', () => {
    const bomb = zipSync(
      { '[Content_Types].xml': strToU8('<x/>'), 'xl/workbook.xml': strToU8('<x/>'), 'xl/worksheets/sheet1.xml': new Uint8Array(20_000_000) },
      { level: 9 }
    )
    expect(bomb.length).toBeLessThan(100_000)
    expect(read('runsheet.xlsx', bomb)).toMatch(/would unpack to 20 MB/)
  })

  it('refuses a zip that hides how much it unpacks to', () => {
    const bomb = zipSync({ 'xl/workbook.xml': strToU8('<x/>'), 'xl/worksheets/sheet1.xml': new Uint8Array(20_000_000) }, { level: 9 })
    const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength)
    for (let at = 0; at + 46 < bomb.length; at++)
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 20_000_000) view.setUint32(at + 24, 1000, true)
    expect(read('runsheet.xlsx', bomb)).toMatch(/unpacks to more than it declares/)
  })

  it('refuses a zip of very many parts', () => {
    const parts = Object.fromEntries([
      ['xl/workbook.xml', strToU8('<x/>')],
      ...Array.from({ length: 10_001 }, (_, i) => [`p${i}`, new Uint8Array(0)])
    ]) as Record<string, Uint8Array>
    expect(read('runsheet.xlsx', zipSync(parts, { level: 0 }))).toMatch(/10002 parts inside, more than 10000/)
  })

  it('refuses an .ods that repeats a cell without end', () => {
    const content =
      '<table:table-row table:number-rows-repeated="1000000">' +
      '<table:table-cell office:value-type="string" table:number-columns-repeated="1000"><text:p>x</text:p></table:table-cell></table:table-row>'
    const ods = zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }], 'content.xml': strToU8(content) })
    expect(read('runsheet.ods', ods)).toMatch(/repeats cells more than two million times/)
  })

  it('leaves no other error than its own sentence for random damage', () => {
    for (let i = 0; i < 60; i++) {
      const damaged = xlsx.slice()
      for (let k = 0; k < 8; k++) damaged[(i * 7919 + k * 104_729) % damaged.length] = (i * 31 + k * 17) % 256
      try {
        runSheet.read({ name: 'runsheet.xlsx', bytes: damaged })
      } catch (error) {
        expect(error).toBeInstanceOf(ReadError)
      }
    }
  })

  it('is not slowed down by a quotation mark that makes one cell of a whole file', () => {
    const fileOf = (rows: number): Uint8Array => bytesOf(`file,note\n"${'potential (V) 1,2,3\n'.repeat(rows)}`)
    const read = (bytes: Uint8Array): ReadResult => runSheet.read({ name: 'runsheet.csv', bytes })
    expect(read(fileOf(20_000)).problems?.[0]?.text).toMatch(/never closed/)
    expect(growthOf(fileOf, read, 20_000)).toBeLessThan(10)
  })
})
