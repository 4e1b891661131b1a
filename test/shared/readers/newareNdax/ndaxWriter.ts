import { deflateSync } from 'fflate'

export interface TestRow {
  readonly voltage_V: number
  readonly current_mA: number
  readonly time_s: number
  readonly step: number
  readonly charge_mAh: number
  readonly discharge_mAh: number
}
export interface TestStep {
  readonly cycle: number
  readonly stepIndex: number
  readonly status: number
}

const pageBytes = 4096

/** Pages of an .ndc: a header page, then pages with a head and as many records as fit. */
export function ndcFile(
  version: number,
  filetype: number,
  pageHead: number,
  recordBytes: number,
  perPage: number,
  records: readonly ((view: DataView, at: number) => void)[]
): Uint8Array {
  const bytes = new Uint8Array(pageBytes * (1 + Math.max(1, Math.ceil(records.length / perPage))))
  const view = new DataView(bytes.buffer)
  bytes[0] = filetype
  bytes[2] = version
  records.forEach((write, i) => write(view, pageBytes * (1 + Math.floor(i / perPage)) + pageHead + recordBytes * (i % perPage)))
  return bytes
}

const epoch_s = 1_780_000_000

/** The three parts of versions 11, 14, 16 and 17; `stored` tells which rows data_runInfo holds. */
export function splitParts(
  version: 11 | 14 | 16 | 17,
  rows: readonly TestRow[],
  steps: readonly TestStep[],
  interval_s: number,
  stored: (row: number) => boolean = () => true
): Map<string, Uint8Array> {
  const isSi = version === 14 || version === 17
  const runBytes = version === 11 ? 47 : version === 14 ? 55 : 100
  const stepBytes = version === 11 || version === 14 ? 37 : 100
  const sum = (value: number): number => (isSi ? value / 1000 : value * 3600)
  const data = ndcFile(
    version,
    1,
    132,
    8,
    495,
    rows.map(({ voltage_V, current_mA }) => (view: DataView, at: number) => {
      view.setFloat32(at, isSi ? voltage_V : voltage_V * 1e4, true)
      view.setFloat32(at + 4, isSi ? current_mA / 1000 : current_mA, true)
    })
  )
  const kept = rows.map((row, i) => ({ row, i })).filter(({ i }) => stored(i))
  const runInfo = ndcFile(
    version,
    18,
    132,
    runBytes,
    version === 11 ? 84 : version === 14 ? 72 : 39,
    kept.map(({ row, i }) => (view: DataView, at: number) => {
      view.setInt32(at, Math.round(row.time_s * 1000), true)
      view.setFloat32(at + 5, sum(row.charge_mAh), true)
      view.setFloat32(at + 9, sum(row.discharge_mAh), true)
      view.setFloat32(at + 13, sum(row.charge_mAh * row.voltage_V), true)
      view.setFloat32(at + 17, sum(row.discharge_mAh * row.voltage_V), true)
      view.setInt32(at + 29, Math.round(interval_s * 1000), true)
      view.setInt32(at + 33, epoch_s + i, true)
      view.setInt32(at + 37, row.step * 3, true)
      view.setInt32(at + 41, i + 1, true)
      view.setInt16(at + 45, 250, true)
    })
  )
  const step = ndcFile(
    version,
    7,
    132,
    stepBytes,
    stepBytes === 37 ? 107 : 39,
    steps.map(({ cycle, stepIndex, status }, i) => (view: DataView, at: number) => {
      view.setInt32(at, cycle - 1, true)
      view.setInt32(at + 4, stepIndex, true)
      view.setUint8(at + 24, status)
      if (stepBytes === 100) view.setInt32(at + 33, i + 1, true)
    })
  )
  return new Map([
    ['data.ndc', data],
    ['data_runInfo.ndc', runInfo],
    ['data_step.ndc', step]
  ])
}

/** Version 5: every field in records of 87 bytes. */
export function wholeData(rows: readonly TestRow[], status: (step: number) => number, range = 100, factor_mA = 0.01): Uint8Array {
  return ndcFile(
    5,
    1,
    125,
    87,
    45,
    rows.map((row, i) => (view: DataView, at: number) => {
      view.setUint8(at + 7, 0x55)
      view.setUint32(at + 8, i + 1, true)
      view.setUint8(at + 16, row.step)
      view.setUint8(at + 17, status(row.step))
      view.setBigUint64(at + 23, BigInt(Math.round(row.time_s * 1000)), true)
      view.setInt32(at + 31, Math.round(row.voltage_V * 1e4), true)
      view.setInt32(at + 35, Math.round(row.current_mA / factor_mA), true)
      view.setBigInt64(at + 43, BigInt(Math.round((row.charge_mAh * 3600) / factor_mA)), true)
      view.setBigInt64(at + 51, BigInt(Math.round((row.discharge_mAh * 3600) / factor_mA)), true)
      view.setUint16(at + 75, 2026, true)
      ;[9, 3, 14, 5, Math.min(59, i)].forEach((value, k) => view.setUint8(at + 77 + k, value))
      view.setInt32(at + 82, range, true)
    })
  )
}

export const testInfo = (auxiliary = ''): Uint8Array =>
  new TextEncoder().encode(
    `<?xml version="1.0" encoding="GB2312"?>\n<root>\n  <config type="Test Info File">\n` +
      `    <TestInfo ChlID="7" StepName="zn &amp; no3.xml" StartTime="2026-09-03 14:05:00" Barcode="">\n` +
      `${auxiliary}    </TestInfo>\n  </config>\n</root>\n`
  )
export const stepXml = (): Uint8Array =>
  new TextEncoder().encode(
    '<?xml version="1.0" encoding="utf-8"?>\n<root><config type="Step File">' +
      '<Head_Info><Remark Value="made by the project" /></Head_Info>' +
      '<Step_Info Num="3"><Step1 Step_ID="1" Step_Type="4"></Step1><Step2 Step_ID="2" Step_Type="2"></Step2>' +
      '<Step3 Step_ID="3" Step_Type="6"></Step3></Step_Info></config></root>'
  )

export interface ZipTraps {
  readonly unpacked?: number
}

/** A zip whose sizes stand in the 64-bit extra field, as Neware writes even small parts. */
export function zip64(parts: ReadonlyMap<string, Uint8Array>, { unpacked }: ZipTraps = {}): Uint8Array {
  const pieces: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const [name, content] of parts) {
    const packed = deflateSync(content)
    const header = (length: number, signature: number, sizesAt: number): Uint8Array => {
      const bytes = new Uint8Array(length + name.length + 20)
      const view = new DataView(bytes.buffer)
      view.setUint32(0, signature, true)
      view.setUint16(sizesAt - 10, 8, true)
      view.setUint32(sizesAt, 0xffffffff, true)
      view.setUint32(sizesAt + 4, 0xffffffff, true)
      view.setUint16(sizesAt + 8, name.length, true)
      view.setUint16(sizesAt + 10, 20, true)
      bytes.set(new TextEncoder().encode(name), length)
      view.setUint16(length + name.length, 1, true)
      view.setUint16(length + name.length + 2, 16, true)
      view.setBigUint64(length + name.length + 4, BigInt(unpacked ?? content.length), true)
      view.setBigUint64(length + name.length + 12, BigInt(packed.length), true)
      return bytes
    }
    const local = header(30, 0x04034b50, 18)
    const entry = header(46, 0x02014b50, 20)
    new DataView(entry.buffer).setUint32(42, offset, true)
    pieces.push(local, packed)
    directory.push(entry)
    offset += local.length + packed.length
  }
  const end = new Uint8Array(22)
  const view = new DataView(end.buffer)
  view.setUint32(0, 0x06054b50, true)
  view.setUint16(8, directory.length, true)
  view.setUint16(10, directory.length, true)
  view.setUint32(16, offset, true)
  return Uint8Array.from([...pieces, ...directory, end].flatMap((piece) => [...piece]))
}
