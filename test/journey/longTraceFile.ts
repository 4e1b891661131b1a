import { writeFileSync } from 'node:fs'
import { mprFile } from '../shared/readers/biologicMpr/mprFile'

export interface LongTrace { readonly rows: number; /** Row of the one point that lies far above all others. */ readonly spike: number; readonly spike_mA: number }

/** An i–t trace as EC-Lab stores it (time and current, 12 bytes a row): it decays, with noise and with one spike of a single row. */
export function writeLongTrace(path: string, rows: number): LongTrace {
  const trace = { rows, spike: Math.floor(rows * 0.618) + 7, spike_mA: 42.5 }
  const bytes = new Uint8Array(12 * rows)
  const view = new DataView(bytes.buffer)
  for (let row = 0; row < rows; row += 1) {
    view.setFloat64(12 * row, row * 0.1, true)
    view.setFloat32(12 * row + 8, row === trace.spike ? trace.spike_mA : -10 - 4 * Math.exp((-5 * row) / rows) + 0.4 * Math.sin(row * 12.9898) * Math.cos(row * 78.233), true)
  }
  writeFileSync(path, mprFile({ layout: 'v3', ids: [4, 8], rows: [bytes], count: rows }))
  return trace
}
