import type { Fixture } from '../fixture'
import { maccorClock, maccorMinutes, type MaccorRow } from './maccorWriter'

/** Rest, discharge, charge, each of 20 minutes. */
export const maccorRows: readonly MaccorRow[] = Array.from({ length: 60 }, (_, i) => {
  const step = 1 + Math.floor(i / 20)
  return {
    cycle: 1,
    step,
    seconds: i * 60,
    stepSeconds: (i % 20) * 60,
    capacity_Ah: step === 1 ? 0 : (i % 20) / 6000,
    current_A: step === 1 ? 0 : 0.01,
    voltage_V: 1.4 - i / 1000,
    mode: (['R', 'D', 'C'] as const)[step - 1]!
  }
})
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
export const fixtures: readonly Fixture[] = [
  { reader: 'maccor-text', name: 'cell.081.txt', bytes: bytesOf(maccorMinutes(maccorRows)) },
  { reader: 'maccor-text', name: 'cell.082.txt', bytes: bytesOf(maccorClock(maccorRows)) }
]
