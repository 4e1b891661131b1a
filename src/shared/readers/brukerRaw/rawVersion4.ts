import type { NamedValue } from '../../measurement'
import type { BytesAt } from './bytesAt'
import { rawStart, stated, type RawFile, type RawRange } from './rawRange'

const preambleBytes = 61
const rangeHeaderBytes = 160
const mostRanges = 100_000
const [textSegment, sourceSegment, driveSegment] = [10, 30, 50]
const isRange = (kind: number): boolean => kind === 0 || kind === 160

interface Drive { readonly name: string; readonly isScanned: boolean; readonly position: number }

function drivesOf(file: BytesAt, from: number, to: number): Drive[] {
  const drives: Drive[] = []
  for (let at = from; at + 8 <= to;) {
    const length = Math.max(8, file.u32(at + 4))
    if (file.u32(at) === driveSegment && length >= 64
      && at + length <= to) drives.push({ name: file.text(at + 12, 24), isScanned: file.u32(at + 8) !== 0, position: file.f64(at + 56) })
    at += length
  }
  return drives
}

/** The drive that the file marks as scanned and that stands where the range starts; else the scan type decides. */
function axisOf(scanType: string, drives: readonly Drive[], start: number): string {
  if (/coupled|detector scan/i.test(scanType)) return '2Theta'
  return drives.find(({ isScanned, position }) => isScanned && Math.abs(position - start) < 1e-6)?.name ?? (scanType || 'Drive')
}

function rangeAt(file: BytesAt, at: number): { range: RawRange; end: number } | null {
  const [declared, recordBytes, extra] = [file.u32(at + 88), file.u32(at + 136), file.u32(at + 140)]
  if (!file.has(at, rangeHeaderBytes) || recordBytes < 4 || recordBytes > 4096 || recordBytes % 4 !== 0
    || !file.has(at + rangeHeaderBytes, extra)) return null
  const [scanType, start, step, time_ms] = [file.text(at + 32, 24), file.f64(at + 72), file.f64(at + 80), file.f32(at + 92)]
  const data = at + rangeHeaderBytes + extra
  const drives = drivesOf(file, at + rangeHeaderBytes, data)
  const range: RawRange = {
    axis: axisOf(scanType, drives, start), start, step, declared, intensities: file.intensities(data, declared, recordBytes),
    settings: [
      ...stated('Scan type', scanType), ...stated('Time per step (ms)', time_ms), ...stated('Generator voltage (kV)', file.f32(at + 100)),
        ...stated('Generator current (mA)', file.f32(at + 104)),
      ...drives.filter(({ name, position }) => name !== '' && Number.isFinite(position)).map(({ name, position }) =>
        ({ name: `Drive ${name}`, value: position }))
    ],
    facts: [...stated('wavelength_A', file.f64(at + 112)),
      ...(time_ms > 0 && time_ms < 1e9 ? [{ name: 'timePerStep_s', value: time_ms / 1000 }] : []), ...stated('stepSize_deg', step)],
    warnings: []
  }
  return { range, end: data + declared * recordBytes }
}

/** RAW4.00: segments (kind, length) and ranges in a chain to the end of the file; the number of ranges is not stated. */
export function rawVersion4(file: BytesAt): RawFile {
  const settings: NamedValue[] = []
  const facts: NamedValue[] = []
  const ranges: RawRange[] = []
  let missing: string | null = null
  let at = preambleBytes
  while (file.has(at, 8) && ranges.length < mostRanges) {
    const kind = file.u32(at)
    if (isRange(kind)) {
      const found = rangeAt(file, at)
      if (!found) {
        missing = `The header of range ${ranges.length + 1} (byte ${at}) is cut off or damaged; nothing was read from there on.`
        break
      }
      ranges.push(found.range)
      at = found.end
      continue
    }
    const length = Math.max(8, file.u32(at + 4))
    if (!file.has(at, length)) {
      missing = `The file ends within a part of its header (byte ${at}): it was cut off or is damaged.`
      break
    }
    if (kind === textSegment && length > 36) settings.push(...stated(file.text(at + 12, 24), file.text(at + 36, length - 36)))
    else if (kind === sourceSegment && length >= 120) {
      const names = ['averageWavelength_A', 'wavelengthAlpha1_A', 'wavelengthAlpha2_A', 'betaWavelength_A', 'kAlphaRatio']
      facts.push(...names.flatMap((name, i) => stated(name, file.f64(at + 72 + 8 * i))), ...stated('anode', file.text(at + 116, 4)))
    }
    at += length
  }
  const [date, time] = [file.text(12, 12), file.text(24, 10)]
  return { settings: [...settings, ...stated('Measured', `${date} ${time}`.trim())], facts, startedAt: rawStart(date, time), ranges, missing }
}
