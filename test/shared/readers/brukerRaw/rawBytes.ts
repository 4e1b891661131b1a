export interface WrittenRange {
  readonly start: number
  readonly step: number
  readonly counts: readonly number[]
  readonly declared?: number
  readonly supplement?: number
  readonly recordBytes?: number
  readonly scanType?: number
  readonly scanName?: string
}

/** A byte buffer that grows by fields at fixed places. */
class Writer {
  private readonly view: DataView
  readonly bytes: Uint8Array
  constructor(length: number) {
    this.bytes = new Uint8Array(length)
    this.view = new DataView(this.bytes.buffer)
  }

  u32(at: number, value: number): this { this.view.setUint32(at, value, true); return this }
  f32(at: number, value: number): this { this.view.setFloat32(at, value, true); return this }
  f64(at: number, value: number): this { this.view.setFloat64(at, value, true); return this }
  text(at: number, value: string): this { this.bytes.set(new TextEncoder().encode(value), at); return this }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function records(counts: readonly number[], bytes: number): Uint8Array {
  const writer = new Writer(counts.length * bytes)
  counts.forEach((count, i) => writer.f32(i * bytes, count))
  return writer.bytes
}

export function rawVersion3Bytes(ranges: readonly WrittenRange[], lambda_A = 0.70926, anode = 'Mo', date = '02/25/18'): Uint8Array {
  const head = new Writer(712).text(0, 'RAW1.01').u32(12, ranges.length).text(16, date).text(26, '17:04:13').text(326, 'RuFe').text(608, anode)
    .f64(616, lambda_A * 1.001).f64(624, lambda_A).f64(632, lambda_A * 1.003).f64(640, lambda_A * 0.9).f64(648, 0.5)
  return joined([head.bytes, ...ranges.flatMap(({ start, step, counts, declared = counts.length, supplement = 0, recordBytes = 4, scanType = 0 }) => [
    new Writer(304).u32(0, 304).u32(4, declared).f64(8, start / 2).f64(16, start).f64(176, step).f32(192, 2).u32(196, scanType).u32(224, 40).u32(228,
      30).f64(240, lambda_A).u32(252, recordBytes).u32(256, supplement).bytes,
    new Uint8Array(supplement), records(counts, recordBytes)
  ])])
}

export function rawVersion4Bytes(ranges: readonly WrittenRange[], lambda_A = 0.70926, anode = 'Mo'): Uint8Array {
  const sample = new Writer(52).u32(0, 10).u32(4, 52).text(12, 'SAMPLEID').text(36, 'RuCo')
  const source = new Writer(120).u32(0, 30).u32(4, 120).f64(72, lambda_A * 1.001).f64(80, lambda_A).f64(88, lambda_A * 1.003).f64(96,
    lambda_A * 0.9).f64(104, 0.5).text(116, anode)
  const drive = (name: string, position: number, flag: number): Uint8Array =>
    new Writer(64).u32(0, 50).u32(4, 64).u32(8, flag).text(12, name).f64(56, position).bytes
  return joined([new Writer(61).text(0, 'RAW4.00').text(12, '02/25/2018').text(24, '17:04:13').bytes, sample.bytes, source.bytes,
    ...ranges.flatMap(({ start, step, counts, declared = counts.length, recordBytes = 4, scanName = 'Locked Coupled' }) => [
    new Writer(160).u32(0, 0).text(32, scanName).f64(72, start).f64(80, step).u32(88, declared).f32(92, 500).f32(100, 40).f32(104, 30).f64(112,
      lambda_A).u32(136, recordBytes).u32(140, 128).bytes,
    drive('Phi', start, scanName === 'Phi Scan' ? 1 : 0), drive('Theta', start / 2, 0), records(counts, recordBytes)
  ])])
}
