/**
 * Bruker ESP and WinEPR: NAME.par (text) describes NAME.spc (raw numbers).
 * .par: 'KEY value' lines that may end with CR alone. 'DOS  Format' on the first line (WinEPR): .spc holds little-endian 32-bit floats,
 * else (ESP) big-endian 32-bit integers. Axis: GST + GSI·k/(n − 1), else HCF ± HSW/2. MF in GHz, MP in mW, RRG gain, JSD scans.
 * Traps: the extension .spc is Galactic's too; ANZ may be missing: the size of the .spc then tells the number of points.
 */
import type { Measurement, NamedValue } from '../../measurement'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { layoutOf } from '../galacticSpc/layout'
import { decodeText } from '../text/decodeText'

/** Second byte of a Galactic SPC file; numbers may begin with it, too. */
const galactic = new Set([0x4b, 0x4c, 0x4d, 0xcf])
const winEprMark = /^DOS\s+Format/
const isPar = (bytes: Uint8Array): boolean => {
  if (bytes.subarray(0, 2048).includes(0)) return false
  const { text } = decodeText(bytes.subarray(0, 2048))
  const keys = text.split(/[\r\n]+/).filter((line) => /^(JSS|ADEV|VERS|JRE|JDA|JTM|JCO|JUN|JNS|JSD|GST|GSI|HCF|HSW|RMA|RRG|RCT|RTC|MF|MP|ANZ|JEX|JAR|JMO|XXLB|XXWI)\s/.test(line))
  return winEprMark.test(text) ? keys.length >= 1 : keys.length >= 4 && /(^|[\r\n])(GST|HCF)\s/.test(text)
}

function recognises({ name, bytes, size }: FileHead): Recognition | null {
  if (/\.par$/i.test(name) && isPar(bytes)) return { confidence: 'certain', why: 'its parameters (GST, GSI, HCF, RRG …) are those of an EPR spectrometer', version: winEprMark.test(decodeText(bytes.subarray(0, 40)).text) ? 'WinEPR' : 'ESP' }
  const isData = /\.spc$/i.test(name) && size % 4 === 0 && size >= 64 && bytes.subarray(0, 4096).includes(0) && !layoutOf(bytes, size)
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
  const declared = number('ANZ') > 1 ? number('ANZ') : stored
  const points = Math.min(declared, stored)
  if (!(points >= 2)) throw new ReadError('The .spc holds no spectrum; it was cut off, copy it again.')
  const [start, width] = axisOf(number)
  if (!Number.isFinite(start) || !(width > 0)) throw new ReadError('The .par states no field axis (GST and GSI, or HCF and HSW); export the spectrum again.')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const signal = Float64Array.from({ length: points }, (_, i) => (isWinEpr ? view.getFloat32(4 * i, true) : view.getInt32(4 * i, false)))
  const settings: NamedValue[] = [...parameters].filter(([, value]) => value !== '').map(([name, value]) => ({ name, value }))
  const frequency = number('MF')
  return {
    technique: 'EPR', title: '', segments: [], settings, header: {}, startedAt: null, signConvention: null,
    columns: [
      { name: 'Field', quantity: 'field', unit: parameters.get('JUN') || 'G', values: Float64Array.from({ length: points }, (_, i) => start + (width * i) / (declared - 1)) },
      { name: 'Intensity', quantity: 'intensity', unit: '', values: signal }
    ],
    facts: [{ name: 'format', value: isWinEpr ? 'WinEPR' : 'ESP' }, ...(frequency > 0 ? [{ name: 'microwaveFrequency_GHz', value: frequency }] : [])],
    warnings: points < declared ? [`The .spc holds ${points} of the ${declared} points that the .par announces.`] : [], complete: points === declared
  }
}

/** GST and GSI are preferred where all four are given, as EasySpin does. */
function axisOf(number: (key: string) => number): [start: number, width: number] {
  const [gst, gsi, hcf, hsw] = ['GST', 'GSI', 'HCF', 'HSW'].map(number) as [number, number, number, number]
  return Number.isFinite(gst) && gsi > 0 ? [gst, gsi] : [hcf - hsw / 2, hsw]
}

export const winEpr: Reader = { id: 'win-epr', format: 'Bruker ESP, WinEPR (.par with .spc)', vendor: 'Bruker', recognises, read }
