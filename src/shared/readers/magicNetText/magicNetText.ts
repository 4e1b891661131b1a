/**
 * Metrohm MagIC Net: chromatograms of a determination as text. '2025-08-21 17:43:14 UTC-4', the name of the sample, a key, an empty line;
 * then for each channel its name, its number of points, the units of both columns ('min;µS/cm'), rows, empty lines.
 * Traps: channels of one determination (anions, cations, pressures) are of different length; decimal comma by the PC's locale.
 */
import type { Measurement, NamedValue } from '../../measurement'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { beginningText } from '../text/beginningText'
import { decodeText } from '../text/decodeText'
import { parseDecimal } from '../text/parseDecimal'
import { splitLines } from '../text/splitLines'

const clock = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?: UTC([+-]\d{1,2})?(?::?(\d{2}))?)?\s*$/
const units = /^(min|s);([^;]{1,20})$/
const mostHeaderLines = 12
/** What is kept beside a chromatogram is none. */
const noSignal = /^(MPa|bar|psi|°C|mL\/min)$/i

function recognises({ bytes }: FileHead): Recognition | null {
  const lines = splitLines(beginningText(bytes, 1000))
  const at = lines.slice(0, mostHeaderLines).findIndex((line) => units.test(line.trim()))
  return clock.test(lines[0] ?? '') && at >= 3 && /^\d{1,8}\s*$/.test(lines[at - 1]!)
    ? { confidence: 'certain', why: `it has a time, a channel, its points and "${lines[at]!.trim()}" as MagIC Net exports them`, version: 'MagIC Net text' } : null
}

function read({ bytes }: ReadableFile): ReadResult {
  const lines = splitLines(decodeText(bytes).text).map((line) => line.trim())
  const first = lines.findIndex((line) => units.test(line))
  const time = clock.exec(lines[0] ?? '')
  if (first < 3) throw new ReadError('The export ends before its first channel (its name, its points, "min;µS/cm"); export the chromatogram again from MagIC Net.')
  const about = lines.slice(1, first - 2).filter((line) => line !== '')
  const settings: NamedValue[] = about.map((value, i) => ({ name: i === 0 ? 'Ident' : i === 1 ? 'Key' : `line ${i + 2}`, value }))
  const startedAt = time ? `${time[1]}T${time[2]}${zoneOf(time[3], time[4])}` : null
  const starts = lines.flatMap((line, i) => (units.test(line) && /^\d{1,8}$/.test(lines[i - 1] ?? '') ? [i] : []))
  const measurements = starts.map((at, k): Measurement => {
    const rows = lines.slice(at + 1, (starts[k + 1] ?? lines.length + 2) - 2).filter((line) => line !== '')
    const decimal = rows.some((row) => /\d,\d/.test(row)) ? ',' : '.'
    const pairs = rows.map((row) => row.split(';').map((cell) => parseDecimal(cell, decimal))).filter((pair) => pair.length === 2 && !pair.some(Number.isNaN))
    const [, timeUnit, unit] = units.exec(lines[at]!) as unknown as [string, string, string]
    const declared = Number(lines[at - 1])
    const [channel, damaged] = [lines[at - 2]!, rows.length - pairs.length]
    return {
      technique: noSignal.test(unit) ? 'OTHER' : 'IC', title: channel, segments: [], settings: [...settings, { name: 'channel', value: channel }], facts: [], header: {}, startedAt, signConvention: null,
      columns: [
        { name: 'Time', unit: timeUnit, quantity: 'time', values: Float64Array.from(pairs, ([x]) => x!) },
        { name: channel, unit, quantity: noSignal.test(unit) ? 'other' : 'intensity', values: Float64Array.from(pairs, ([, y]) => y!) }
      ],
      warnings: [
        ...(pairs.length < declared ? [`The channel announces ${declared} points and holds ${pairs.length}: the export was cut off or shortened.`] : []),
        ...(damaged > 0 ? [`${damaged} rows of the channel are no pair of numbers; they were left out.`] : [])
      ],
      complete: pairs.length >= declared && damaged === 0
    }
  })
  if (measurements.length === 0) throw new ReadError('The export holds no channel with its number of points; export the chromatogram again from MagIC Net.')
  return { measurements }
}

const zoneOf = (hours: string | undefined, minutes = '00'): string => (hours === undefined ? '' : `${hours[0]}${hours.slice(1).padStart(2, '0')}:${minutes}`)

export const magicNetText: Reader = { id: 'magic-net-text', format: 'Metrohm MagIC Net text', vendor: 'Metrohm', recognises, read }
