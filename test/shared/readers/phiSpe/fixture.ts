import type { Fixture } from '../fixture'

/** A .spe or .pro from the layout alone. */
export interface PhiRegion { readonly name: string; readonly start: number; readonly step: number; /** One a cycle or area. */ readonly spectra: readonly (readonly number[])[] }
export interface PhiParts {
  readonly regions: readonly PhiRegion[]
  readonly isDouble?: boolean
  readonly lineEnd?: string
  readonly axis?: string
  /** Sputter time of each cycle, of all regions alike. */
  readonly times?: readonly number[]
  readonly more?: readonly string[]
  readonly technique?: string
}

const HEAD = 16
const SIZE = 96
const letters = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0))

interface Raw { readonly region: number; readonly kind: number; readonly lengths: readonly [number, number]; readonly axes: readonly [string, string]; readonly unit: string; readonly values: readonly number[] }

export const headerText = ({ regions, lineEnd = '\r\n', more = [], technique = 'XPS', axis = 'sar' }: PhiParts): string => ['SOFH', 'Platform: PC', `Technique: ${technique}`, `FileType: ${axis === 'cyc' ? 'DEPTHPRO' : 'SPECTRUM'}`,
  'FileDesc: (1, RuFe-NC)', 'SoftwareVersion: SS 3.3.3.2', 'AcqFileDate: 2026 3 5', 'Operator: ', 'EnergyRecal: no', 'NoSpectralRegFull: 1', 'SpectralRegDefFull: 1 1 Su1s 111 9 -1.0 9.0 1.0 9.0 1.0 0.0 224.00 AREA', `NoSpectralReg: ${regions.length}`,
  ...regions.flatMap(({ name, start, step, spectra }, i) => {
    const points = spectra[0]!.length
    return [`SpectralRegDef: ${i + 1} ${i + 1} ${name} 6 ${points} ${step.toFixed(4)} ${start.toFixed(4)} ${(start + (points - 1) * step).toFixed(4)} ${start} 0    0.800000 55.00 AREA`, `SpectralRegDef2: ${i + 1} 20.0 10 0 4 180`]
  }),
  'SpatialAreaDesc: 1 left', 'SpatialAreaDesc: 2 right', 'XraySource: Al 1486.6 mono', ...more, 'EOFH', ''].join(lineEnd)

export function phiFile(parts: PhiParts): Uint8Array<ArrayBuffer> {
  const { regions, isDouble = false, axis = 'sar', times } = parts
  const header = letters(headerText(parts))
  const size = isDouble ? 8 : 4
  const blocks: Raw[] = [
    ...regions.map(({ spectra }, i): Raw => ({ region: i + 1, kind: 1, lengths: [spectra[0]!.length, spectra.length], axes: ['pnt', axis], unit: 'c/s', values: spectra.flat() })),
    ...(times ? [{ region: 0, kind: 8, lengths: [times.length, regions.length], axes: ['cyc', 'reg'], unit: 's', values: regions.flatMap(() => times) } as const,
      { region: 0, kind: 2, lengths: [times.length, regions.length], axes: ['cyc', 'reg'], unit: 'c/s * eV', values: regions.flatMap((_, k) => times.map((_time, i) => 1000 * k + i)) } as const] : [])
  ]
  const data = HEAD + SIZE * blocks.length
  const view = new DataView(new ArrayBuffer(data + size * blocks.reduce((sum, { values }) => sum + values.length, 0)))
  const out = new Uint8Array(view.buffer)
  ;[1, blocks.length, SIZE * blocks.length, HEAD].forEach((value, i) => view.setUint32(4 * i, value, true))
  let offset = data
  blocks.forEach(({ region, kind, lengths, axes, unit, values }, k) => {
    const at = HEAD + SIZE * k
    // Compass leaves what was in the memory behind its texts.
    out.fill(0x6b, at + 32, at + 72)
    ;[k + 1, 1, 1, region, kind, ...lengths, 1].forEach((value, i) => view.setUint32(at + 4 * i, value, true))
    for (const [text, place] of [[axes[0], 32], [axes[1], 40], ['', 48], [unit, 56], [isDouble ? 'f8' : 'f4', 72]] as const) out.set([...letters(text), 0], at + place)
    view.setUint32(at + 76, size * values.length, true)
    view.setUint32(at + 80, offset, true)
    for (const value of values) {
      if (isDouble) view.setFloat64(offset, value, true)
      else view.setFloat32(offset, value, true)
      offset += size
    }
  })
  return Uint8Array.from([...header, ...out])
}

const line = (center: number) => Array.from({ length: 101 }, (_, i) => Math.round(3000 + 9000 / (1 + ((i - center) / 6) ** 2)))
export const fixtures: readonly Fixture[] = [
  { reader: 'phi-spe', name: 'RuFe.spe', bytes: phiFile({ regions: [{ name: 'C1s', start: 298, step: -0.2, spectra: [line(66)] }, { name: 'N1s', start: 410, step: -0.2, spectra: [line(55)] }], isDouble: true, lineEnd: '\n' }) },
  { reader: 'phi-spe', name: 'RuFe.pro', bytes: phiFile({ regions: [{ name: 'C1s', start: 298, step: -0.2, spectra: [line(66), line(65), line(64)] }], axis: 'cyc', times: [-0, 30, 60] }) }
]
