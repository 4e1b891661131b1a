import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { withLongRuns } from '../../../src/main/export/longColumns'
import { writeWorkbook } from '../../../src/main/export/writeWorkbook'
import type { Cell, Sheet, Workbook } from '../../../src/shared/workbook'

/** Columns of every kind beside each other: whole, with gaps, with a formula, with a text, short, and beyond Z. */
const rows = Array.from({ length: 60 }, (_, i): Cell[] => [
  i / 7, i % 20 === 19 ? null : -1e-9 * (i + 1), i === 30 ? { formula: 'A5*2', value: 2 / 7 } : i * 1e21, i === 40 ? 'text' : i, i < 5 ? i : null, i >= 50 ? 0.1 + i : null,
  ...Array.from({ length: 24 }, () => null), i === 20 ? NaN : i * i
])
const sheet: Sheet = { name: 'A b', preamble: ['title'], columns: Array.from({ length: 31 }, (_, k) => ({ header: `h${k}`, unit: 'V', width: 9, ...(k % 2 === 0 ? { format: '0.00' } : {}) })), rows }
const range = (column: number) => ({ sheet: 'A b', column, firstRow: 4, lastRow: 63 })
const workbook: Workbook = { sheets: [{ ...sheet, name: 'empty', rows: [] }, { ...sheet, charts: [{ kind: 'scatter', id: 'c', title: 'c', x: { title: 'x' }, y: { title: 'y' }, series: [{ name: 's', x: range(0), y: range(2), error: range(1), colour: '#000000', style: 'line' }] }] }] }

describe('long columns of numbers', () => {
  it('are all in the file, each in its place, with the format of its column', async () => {
    const read = XLSX.read(await writeWorkbook(workbook), { cellNF: true }).Sheets['A b']!
    rows.forEach((cells, i) => cells.forEach((cell, k) => {
      const found = read[XLSX.utils.encode_cell({ r: i + 3, c: k })] as XLSX.CellObject | undefined
      const value = cell !== null && typeof cell === 'object' && 'value' in cell ? cell.value : cell
      expect(found?.v ?? null, `${i},${k}`).toBe(typeof value === 'number' && !Number.isFinite(value) ? null : value)
      if (typeof cell === 'number' && found) expect(found.z, `${i},${k}`).toBe(k % 2 === 0 ? '0.00' : 'General')
    }))
    expect(read['!ref']).toBe('A1:AE63')
  })
  it('stand in order, as Excel wants rows and cells', async () => {
    const xml = strFromU8(unzipSync(await writeWorkbook(workbook))['xl/worksheets/sheet2.xml']!)
    const places = [...xml.matchAll(/<c r="([A-Z]+\d+)"/g)].map(([, address]) => XLSX.utils.decode_cell(address!)).map(({ r, c }) => r * 1000 + c)
    expect(places.length).toBeGreaterThan(300)
    expect(places).toEqual([...new Set(places)].sort((a, b) => a - b))
    const numbers = [...xml.matchAll(/<row r="(\d+)"/g)].map(([, row]) => Number(row))
    expect(numbers).toEqual(Array.from({ length: 63 }, (_, i) => i + 1))
  })
  it('stand in the chart, too, for programs that do not read the cells', async () => {
    const xml = strFromU8(unzipSync(await writeWorkbook(workbook))['xl/charts/chart1.xml']!)
    const cacheOf = (tag: string): number[] => {
      const values: number[] = []
      const cache = new RegExp(`<c:${tag}><c:numRef>.*?<c:ptCount val="60"/>(.*?)</c:numCache>`).exec(xml)![1]!
      for (const [, i, value] of cache.matchAll(/<c:pt idx="(\d+)"><c:v>([^<]+)<\/c:v>/g)) values[Number(i)] = Number(value)
      return Array.from(values, (value) => value ?? NaN)
    }
    expect(cacheOf('xVal')).toEqual(rows.map(([x]) => x))
    expect(cacheOf('yVal')).toEqual(rows.map(([, , y]) => (typeof y === 'object' ? (y as { value: number }).value : y)))
    expect(cacheOf('plus')).toEqual(rows.slice(0, 59).map(([, error]) => (error === null ? NaN : error)))
  })
  it('are refused for a sheet that is not as the library writes it', () => {
    expect(() => withLongRuns('<worksheet/>', [{ column: 0, firstRow: 1, values: [1, 2, 3] }])).toThrow('without cells')
    expect(() => withLongRuns('<sheetData></sheetData>', [{ column: 0, firstRow: 1, values: [1, 2, 3] }])).toThrow('A1')
  })
})
