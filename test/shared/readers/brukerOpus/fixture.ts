import type { Fixture } from '../fixture'

export type OpusValue = readonly [name: string, value: number | string, isInteger?: boolean]
export interface OpusBlock { readonly type: number; readonly values?: readonly OpusValue[]; readonly y?: readonly number[]; readonly bytes?: Uint8Array }

function parameterBytes(values: readonly OpusValue[]): number[] {
  const out: number[] = []
  const push = (name: string, type: number, value: Uint8Array): void => {
    const even = value.length + (value.length % 2)
    out.push(...[...name].map((letter) => letter.charCodeAt(0)), 0, type, 0, (even / 2) & 255, (even / 2) >> 8, ...value, ...(even > value.length ? [0] : []))
  }
  for (const [name, value, isInteger] of values) {
    const view = new DataView(new ArrayBuffer(8))
    if (typeof value === 'string') push(name, 2, new TextEncoder().encode(`${value}\0`))
    else if (isInteger) { view.setInt32(0, value, true); push(name, 0, new Uint8Array(view.buffer, 0, 4)) } else { view.setFloat64(0, value, true); push(name, 1, new Uint8Array(view.buffer)) }
  }
  push('END', 0, new Uint8Array(0))
  return out
}

/** An OPUS file from the layout alone. */
export function opusFile(blocks: readonly OpusBlock[]): Uint8Array<ArrayBuffer> {
  const bodies = blocks.map(({ values, y, bytes: own }) => {
    const bytes = own ? [...own] : values ? parameterBytes(values) : [...new Uint8Array(Float32Array.from(y ?? []).buffer)]
    return Uint8Array.from([...bytes, ...Array.from({ length: (4 - (bytes.length % 4)) % 4 }, () => 0)])
  })
  const directory = 24
  let offset = directory + 12 * blocks.length
  const out = new Uint8Array(offset + bodies.reduce((sum, body) => sum + body.length, 0))
  const view = new DataView(out.buffer)
  out.set([0x0a, 0x0a, 0xfe, 0xfe])
  view.setFloat64(4, 920622, true)
  view.setUint32(12, directory, true)
  view.setUint32(16, blocks.length, true)
  view.setUint32(20, blocks.length, true)
  bodies.forEach((body, i) => {
    view.setUint32(directory + 12 * i, blocks[i]!.type, true)
    view.setUint32(directory + 12 * i + 4, body.length / 4, true)
    view.setUint32(directory + 12 * i + 8, offset, true)
    out.set(body, offset)
    offset += body.length
  })
  return out
}
const amplitude = 3
export const typeOf = (spectrum: number, channel: number, kind = 0): number => amplitude | (channel << 2) | (kind << 4) | (spectrum << 10)
export const axisOf = (points: number, from: number, to: number, factor = 1): OpusValue[] =>
  [['DPF', 1, true], ['NPT', points, true], ['FXV', from], ['LXV', to], ['CSF', factor], ['DXU', 'WN'], ['DAT', '23/11/2026'], ['TIM', '10:15:24.120 (GMT+1)']]


/** The block of a series: its header, then each spectrum with what is known of it. */
export function seriesBytes(spectra: readonly (readonly number[])[], times_s: readonly number[], factor = 1): Uint8Array<ArrayBuffer> {
  const [points, info] = [spectra[0]!.length, 152]
  const out = new Uint8Array(24 + 8 + spectra.length * (4 * points + info))
  const view = new DataView(out.buffer)
  ;[0, spectra.length, 32, 4 * points, info, 1, 0, spectra.length - 1].forEach((value, i) => view.setInt32(4 * i, value, true))
  spectra.forEach((y, i) => {
    const at = 32 + i * (4 * points + info)
    y.forEach((value, k) => view.setFloat32(at + 4 * k, value, true))
    view.setInt32(at + 4 * points + 12, points, true)
    view.setFloat64(at + 4 * points + 104, factor, true)
    view.setFloat64(at + 4 * points + 144, times_s[i]!, true)
  })
  return out
}
export const SERIES = 2 << 19

const y = Array.from({ length: 50 }, (_, i) => Math.exp(-((i - 20) ** 2) / 30))
export const fixtures: readonly Fixture[] = [{
  reader: 'bruker-opus', name: 'seiras.0', bytes: opusFile([
    { type: typeOf(4, 3), y }, { type: typeOf(4, 3, 1), values: axisOf(50, 4000, 900) }, { type: typeOf(1, 1), y: [...y, 0, 0] }, { type: typeOf(1, 1, 1), values: axisOf(50, 4000, 900) },
    { type: 3 << 4, values: [['RES', 4], ['NSS', 64, true], ['SNM', 'RuFe-NC']] }, { type: (3 << 4) | (2 << 2), values: [['RES', 8]] }
  ])
}, {
  reader: 'bruker-opus', name: 'steps.1', bytes: opusFile([
    { type: typeOf(4, 3) + SERIES, bytes: seriesBytes([y, y.map((value) => 2 * value)], [1.5, 3]) }, { type: typeOf(4, 3, 1) + SERIES, values: axisOf(50, 4000, 900) }
  ])
}]
