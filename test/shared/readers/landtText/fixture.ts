import type { Fixture } from '../fixture'
import { landtFlat, type LandtRow } from './landtWriter'

export const landtRowsBySteps: readonly (readonly LandtRow[])[] = (['R', 'D_CC', 'C_CC'] as const).map((state, step) =>
  Array.from({ length: 10 }, (_, k) => ({
    state,
    seconds: step * 10 + k,
    stepSeconds: k,
    voltage_V: 1.4 - k / 100,
    current_mA: [0, -2, 2][step]!,
    capacity_mAh: step === 0 ? 0 : k / 1800
  }))
)
export const landtRows = landtRowsBySteps.flat()
export const fixtures: readonly Fixture[] = [{ reader: 'landt-text', name: 'cell 3.txt', bytes: new TextEncoder().encode(landtFlat(landtRows)) }]
