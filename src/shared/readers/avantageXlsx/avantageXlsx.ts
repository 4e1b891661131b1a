/**
 * Thermo Avantage export (.xlsx, .xls): XPS.
 * A sheet for each region: 'Axis | Energy | Elements= | N', the path of the .VGD file, a row of names (Binding Energy (E), fitted
 * components, Backgnd., Envelope, Residuals), a row of units, then N rows; the measured counts stand in column C without a name.
 * The sheets Peak Table, Quantifications and Titles stand beside. Traps: empty columns B and D; the energy may be below zero.
 */
import type { Measurement } from '../../measurement'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { isZip, spreadsheetKind } from '../table/spreadsheetKind'
import { workbookRows } from '../table/workbookRows'
import { avantageSheet, type AvantageSheet } from './avantageSheet'
import { exportDate, peakSettings } from './besideSpectra'
import { partsInHead } from '../table/partsInHead'

const isPart = (name: string): boolean => name === 'xl/workbook.xml' || name === 'xl/sharedStrings.xml' || name === 'xl/worksheets/sheet1.xml'

function recognises({ bytes }: FileHead): Recognition | null {
  const kind = spreadsheetKind(bytes)
  if (kind === 'xls') return hasText(bytes, 'Elements=') ? { confidence: 'certain', why: 'it holds the row "Axis, Energy, Elements=" of Avantage' }
    : null
  if (kind !== 'xlsx' || !isZip(bytes)) return null
  const parts = partsInHead(bytes, isPart)
  const strings = `${parts.get('xl/sharedStrings.xml') ?? ''}${parts.get('xl/worksheets/sheet1.xml') ?? ''}`
  if (/>Elements=</.test(strings) && />Axis</.test(strings)) return { confidence: 'certain',
    why: 'it holds the row "Axis, Energy, Elements=" of Avantage' }
  // The texts of a large workbook lie behind its first bytes: then its sheet names tell.
  const names = [...(parts.get('xl/workbook.xml') ?? '').matchAll(/<sheet [^>]{0,200}?name="([^"]{1,60})"/g)].map((match) => match[1]!)
  const hasRegions = names.some((name) => / Scan( \d{1,3})?$|^Survey/.test(name))
  return hasRegions && names.includes('Titles')
    ? { confidence: 'certain', why: `its sheets are named as Avantage names them (${names.slice(0, 3).join(', ')}, … Titles)` } : null
}

/** As one or two bytes a letter. */
function hasText(bytes: Uint8Array, text: string): boolean {
  const latin = new TextDecoder('windows-1252').decode(bytes)
  return latin.includes(text) || latin.includes([...text].join('\0'))
}

function read(file: ReadableFile): ReadResult {
  const sheets = workbookRows(file.bytes)
  const found = sheets.flatMap((sheet) => {
    const spectrum = avantageSheet(sheet)
    return spectrum ? [{ spectrum, cutAt: sheet.cutAt }] : []
  })
  if (found.every(({ spectrum }) => spectrum.rows === 0))
    throw new ReadError('The workbook holds no sheet with spectra (a row "Axis, Energy, Elements="); export the data from Avantage again.')
  const [date, peaks] = [exportDate(sheets), peakSettings(sheets)]
  const exported = date === null ? [] : [{ name: 'exportedAt', value: date }]
  return {
    measurements: found.filter(({ spectrum }) => spectrum.rows > 0).map(({ spectrum, cutAt }): Measurement => ({
      technique: 'XPS', title: spectrum.title, columns: spectrum.columns, segments: [], settings: [...spectrum.settings, ...peaks],
      facts: [{ name: 'declaredPoints', value: spectrum.declared }, ...exported], header: {}, startedAt: null, signConvention: null,
      warnings: warningsOf(spectrum, cutAt), complete: spectrum.rows >= spectrum.declared && cutAt === undefined
    }))
  }
}

function warningsOf({ title, rows, declared, damaged }: AvantageSheet, cutAt: string | undefined): string[] {
  return [
    ...(rows !== declared ? [`Sheet "${title}" holds ${rows} rows but announces ${declared}; export it from Avantage again if rows are missing.`]
      : []),
    ...(damaged > 0 ? [`${damaged} cells of sheet "${title}" are texts instead of numbers; they are left empty.`] : []),
    ...(cutAt === undefined ? [] : [`Sheet "${title}" goes on beyond ${cutAt}, which was not read.`])
  ]
}

export const avantageXlsx: Reader = { id: 'avantage-xlsx', format: 'Thermo Avantage (.xlsx)', vendor: 'Thermo Fisher Scientific', opensArchives: true, recognises, read }
