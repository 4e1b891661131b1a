/**
 * Bruker ESP and WinEPR: NAME.par (text) describes NAME.spc (raw numbers).
 * .par: 'KEY value' lines that may end with CR alone. A line 'DOS  Format' (WinEPR, the first but for '*' comments): .spc holds
 * little-endian 32-bit floats, else (ESP) big-endian 32-bit integers. MF in GHz, MP in mW, RRG gain, JSD scans; axes in parAxes.ts.
 * Traps: the extension .spc is Galactic's too; ANZ may be missing: the size of the .spc then tells the number of points; bit 12 of JSS means
 * SSX × SSY points of two axes; a slice that WinEPR cut out of such data keeps RES and REY but not the bit.
 */
import type { Measurement, NamedValue } from '../../measurement'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { parAxes, pointsOfPlane } from './parAxes'
import { layoutOf } from '../galacticSpc/layout'
import { beginningText } from '../text/beginningText'
import { decodeText } from '../text/decodeText'

/** Second byte of a Galactic SPC file; numbers may begin with it, too. */
const galactic = new Set([0x4b, 0x4c, 0x4d, 0xcf])
const winEprMark = /^(?:\*[^\r\n]{0,200}[\r\n]{1,2}){0,20}DOS\s+Format/i
const isPar = (bytes: Uint8Array): boolean => {
  if (bytes.subarray(0, 2048).includes(0)) return false
  const text = beginningText(bytes, 2048)
  const keys = text.split(/[\r\n]+/).filter((line) => /^(JSS|ADEV|VERS|JRE|JDA|JTM|JCO|JUN|JNS|JSD|GST|GSI|HCF|HSW|RMA|RRG|RCT|RTC|MF|MP|ANZ|JEX|JAR|JMO|XXLB|XXWI|SSX|SSY)\s/.test(line))
  return winEprMark.test(text) ? keys.length >= 1 : keys.length >= 4 && /(^|[\r\n])(GST|HCF)\s/.test(text)
}

/** A compound file of Windows: UVProbe writes its .spc in one. */
const isCompound = (bytes: Uint8Array): boolean => [0xd0, 0xcf, 0x11, 0xe0].every((byte, i) => bytes[i] === byte)

function recognises({ name, bytes, size }: FileHead): Recognition | null {
  if (/\.par$/i.test(name) && isPar(bytes)) return { confidence: 'certain', why: 'its parameters (GST, GSI, HCF, RRG …) are those of an EPR spectrometer', version: winEprMark.test(beginningText(bytes, 2048)) ? 'WinEPR' : 'ESP' }
  const isData = /\.spc$/i.test(name) && size % 4 === 0 && size >= 64 && bytes.subarray(0, 4096).includes(0) && !layoutOf(bytes, size) && !isCompound(bytes)
  return isData ? { confidence: 'likely', why: 'it is a binary .spc without the header of a GRAMS file, which belongs to a .par of the same name' } : null
}

function beside(file: ReadableFile, extension: string): { name: string; bytes: Uint8Array } | null {
  const stem = file.name.replace(/\.[^.]*$/, '')
  for (const name of [`${stem}.${extension}`, `${stem}.${extension.toUpperCase()}`]) {
    const bytes = file.sibling?.(name)
    if (bytes) return { name, bytes }
  }
  return null
}

function read(file: ReadableFile): ReadResult {
  if (!isPar(file.bytes)) {
    const parameters = beside(file, 'par')
    if (parameters) return { measurements: [], companionOf: parameters.name }
    const missing = 'the .par of the same name that describes them is missing: copy it beside it.'
    throw new ReadError(galactic.has(file.bytes[1] ?? 0) ? `This .spc is a damaged GRAMS file (export it again), or holds the numbers of an EPR spectrum and ${missing}` : `This .spc holds the numbers of an EPR spectrum; ${missing}`)
  }
  const data = beside(file, 'spc')
  if (!data) throw new ReadError('This .par describes an EPR spectrum; the .spc of the same name that holds its numbers is missing: copy it beside it.')
  return { measurements: [measurementOf(decodeText(file.bytes).text, data.bytes)] }
}

function measurementOf(text: string, bytes: Uint8Array): Measurement {
  const isWinEpr = winEprMark.test(text)
  const parameters = new Map<string, string>()
  for (const line of text.split(/[\r\n]+/)) {
    const match = /^([A-Za-z][\w]{0,11})\s+(.*)$/.exec(line.trim())
    if (match && match[1] !== 'DOS') parameters.set(match[1]!, match[2]!.trim())
  }
  const number = (key: string): number => Number.parseFloat(parameters.get(key) ?? 'NaN')
  const stored = Math.floor(bytes.length / 4)
  const declared = number('ANZ') > 1 ? number('ANZ') : (pointsOfPlane(parameters) ?? stored)
  const points = Math.min(declared, stored)
  if (!(points >= 2)) throw new ReadError('The .spc holds no spectrum; it was cut off, copy it again.')
  const axes = parAxes(parameters, declared)
  if (axes === null) throw new ReadError('The .par states no field axis (GST and GSI, or HCF and HSW); export the spectrum again.')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const rows = axes.second ? Math.floor(points / axes.x.values.length) * axes.x.values.length : points
  if (rows === 0) throw new ReadError(`The .spc holds ${points} numbers, fewer than the ${axes.x.values.length} of one spectrum: it was cut off, copy it again.`)
  const signal = Float64Array.from({ length: rows }, (_, i) => (isWinEpr ? view.getFloat32(4 * i, true) : view.getInt32(4 * i, false)))
  const settings: NamedValue[] = [...parameters].filter(([, value]) => value !== '').map(([name, value]) => ({ name, value }))
  const frequency = number('MF')
  const { x, second } = axes
  const n = x.values.length
  const labelOf = (value: number): string => `${second!.name} ${Number(value.toPrecision(6))}${second!.unit === '' ? '' : ` ${second!.unit}`}`
  return {
    technique: 'EPR', title: '', settings, header: {}, startedAt: null, signConvention: null,
    segments: second ? Array.from({ length: rows / n }, (_, i) => ({ kind: 'spectrum', start: i * n, end: (i + 1) * n, label: labelOf(second.values[i]!) })) : [],
    columns: [
      { ...x, values: Float64Array.from({ length: rows }, (_, row) => x.values[row % n]!) }, { name: 'Intensity', quantity: 'intensity', unit: '', values: signal },
      ...(second ? [{ ...second, values: Float64Array.from({ length: rows }, (_, row) => second.values[Math.floor(row / n)]!) }] : [])
    ],
    facts: [{ name: 'format', value: isWinEpr ? 'WinEPR' : 'ESP' }, ...(frequency > 0 ? [{ name: 'microwaveFrequency_GHz', value: frequency }] : [])],
    warnings: rows < declared ? [`The .spc holds ${points} of the ${declared} points that the .par announces.`] : [], complete: rows === declared
  }
}

export const winEpr: Reader = { id: 'win-epr', format: 'Bruker ESP, WinEPR (.par with .spc)', vendor: 'Bruker', recognises, read }
