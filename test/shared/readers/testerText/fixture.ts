import type { Fixture } from '../fixture'
import { arbin, bdf, pec, written, type TesterRow } from './testerWriter'

/** Two cycles of a Zn–nitrate cell: discharge, then charge. */
export const testerRows: readonly TesterRow[] = Array.from({ length: 40 }, (_, i) => {
  const isCharge = Math.floor(i / 10) % 2 === 1
  const k = i % 10
  return {
    time_s: i * 10,
    step: isCharge ? 2 : 1,
    cycle: 1 + Math.floor(i / 20),
    voltage_V: Number((isCharge ? 1.6 + k / 100 : 1.3 - k / 100).toFixed(3)),
    current_A: isCharge ? 0.02 : -0.02,
    charge_Ah: Number((isCharge ? (k + 1) / 1e4 : 0).toFixed(5)),
    discharge_Ah: Number((isCharge ? 0.001 : (k + 1) / 1e4).toFixed(5))
  }
})
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

export const fixtures: readonly Fixture[] = [
  { reader: 'tester-text', name: 'cell 3_Channel_11.csv', bytes: bytesOf(written(arbin, testerRows)) },
  { reader: 'tester-text', name: 'cell 3.bdf.csv', bytes: bytesOf(written(bdf, testerRows)) },
  { reader: 'tester-text', name: 'Test187.csv', bytes: bytesOf(written(pec, testerRows)) }
]
