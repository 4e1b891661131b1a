const decoder = new TextDecoder('windows-1252')

/** Little-endian fields; what lies behind the end of the file is NaN or '', never an exception. */
export class BytesAt {
  private readonly view: DataView
  constructor(readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  u32(at: number): number {
    return this.has(at, 4) ? this.view.getUint32(at, true) : NaN
  }

  f32(at: number): number {
    return this.has(at, 4) ? this.view.getFloat32(at, true) : NaN
  }

  f64(at: number): number {
    return this.has(at, 8) ? this.view.getFloat64(at, true) : NaN
  }

  /** Up to the first NUL. */
  text(at: number, length: number): string {
    const field = this.bytes.subarray(at, at + length)
    const end = field.indexOf(0)
    return decoder.decode(end < 0 ? field : field.subarray(0, end)).trim()
  }

  has(at: number, length: number): boolean {
    return at >= 0 && length >= 0 && at + length <= this.bytes.length
  }

  /** The first f32 of each record, as many as are there. */
  intensities(at: number, count: number, recordBytes: number): Float64Array {
    const rows = Math.max(0, Math.min(count, Math.floor((this.bytes.length - at) / recordBytes)))
    return Float64Array.from({ length: rows }, (_, i) => this.view.getFloat32(at + i * recordBytes, true))
  }
}
