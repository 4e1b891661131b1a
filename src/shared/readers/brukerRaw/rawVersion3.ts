import type { BytesAt } from './bytesAt'
import { rawStart, stated, type RawFile, type RawRange } from './rawRange'

const fileHeaderBytes = 712
const rangeHeaderBytes = 304
const mostRanges = 100_000
/** Scan types: which axis moves, and where in the range header its start stands. */
const twoTheta = { axis: '2Theta', startAt: 16 } as const
const scanTypes = new Map<number, { readonly axis: string; readonly startAt: number }>([
  [0, twoTheta], [1, twoTheta], [2, twoTheta], [3, { axis: 'Omega', startAt: 8 }], [4, { axis: 'Chi', startAt: 24 }],
    [5, { axis: 'Phi', startAt: 32 }],
  [6, { axis: 'X', startAt: 40 }], [7, { axis: 'Y', startAt: 48 }], [8, { axis: 'Z', startAt: 56 }], [12, twoTheta], [129, twoTheta], [130, twoTheta]
])

/** RAW1.01: fixed header, then each range's header, its supplementary bytes and one record for each step. */
export function rawVersion3(file: BytesAt): RawFile {
  const count = file.u32(12)
  const ranges: RawRange[] = []
  let at = fileHeaderBytes
  while (ranges.length < Math.min(count, mostRanges) && file.has(at, rangeHeaderBytes)) {
    const [headerBytes, declared, extra] = [file.u32(at), file.u32(at + 4), file.u32(at + 256)]
    const recordBytes = file.u32(at + 252)
    const isKnown = headerBytes >= 260 && headerBytes < 65_536 && recordBytes >= 4 && recordBytes <= 4096 && file.has(at + headerBytes, extra)
    if (!isKnown) break
    const data = at + headerBytes + extra
    const intensities = file.intensities(data, declared, recordBytes)
    const scanType = file.u32(at + 196)
    const { axis, startAt } = scanTypes.get(scanType) ?? { axis: `Drive ${scanType}`, startAt: 16 }
    const step = file.f64(at + 176)
    ranges.push({
      axis, start: file.f64(at + startAt), step, declared, intensities,
      settings: [{ name: 'Scan type', value: scanType }, ...stated('Generator voltage (kV)', file.u32(at + 224)),
        ...stated('Generator current (mA)', file.u32(at + 228)), ...stated('Temperature (K)', file.f32(at + 188))],
      facts: [...stated('wavelength_A', file.f64(at + 240)), ...stated('timePerStep_s', file.f32(at + 192)), ...stated('stepSize_deg', step)],
      warnings: (file.u32(at + 248) & 1) === 1 ? ['The range holds measured angles besides; its angles are taken as start + steps.'] : []
    })
    at = data + declared * recordBytes
  }
  const isShort = ranges.length < count
  return {
    settings: [
      ...stated('User', file.text(36, 72)), ...stated('Site', file.text(108, 218)), ...stated('Sample', file.text(326, 60)),
        ...stated('Comment', file.text(386, 160)),
      ...stated('Measured', `${file.text(16, 10)} ${file.text(26, 10)}`.trim()), ...stated('Goniometer radius (mm)', file.f32(564))
    ],
    facts: [
      ...stated('anode', file.text(608, 4)), ...stated('averageWavelength_A', file.f64(616)), ...stated('wavelengthAlpha1_A', file.f64(624)),
        ...stated('wavelengthAlpha2_A', file.f64(632)),
      ...stated('betaWavelength_A', file.f64(640)), ...stated('kAlphaRatio', file.f64(648))
    ],
    startedAt: rawStart(file.text(16, 10), file.text(26, 10)), ranges,
    missing: isShort ? `The file announces ${count} ranges but ${ranges.length} could be read: it was cut off or is still being written.` : null
  }
}
