import type { SettingDefinition } from '../analyses/analysis'
import type { CheckInput } from './check'

/** What the user changes of them is kept like the settings of an analysis of this name. */
export const CHECKS = 'checks'

/** Thresholds of our own: each laboratory may have others. */
export const checkSettings = [
  { key: 'calibrationR2', label: 'r² of a calibration, at least', default: 0.999 },
  { key: 'calibrationLevels', label: 'Concentrations of its standards, at least', default: 5 },
  { key: 'matrixPH', label: 'pH of standards and samples may differ by', default: 1 },
  { key: 'dilution', label: 'Dilution, below', default: 1000 },
  { key: 'gasTime_h', label: 'Electrolysis without a trap of NH₃, up to', unit: 'h', default: 2 },
  { key: 'gasPH', label: 'Electrolysis without a trap of NH₃, up to pH', default: 9.2 },
  { key: 'sumLow', label: 'Sum of efficiencies, from', unit: '%', default: 90 },
  { key: 'sumNotable', label: 'Sum of efficiencies, to (warning)', unit: '%', default: 105 },
  { key: 'sumHigh', label: 'Sum of efficiencies, to (error)', unit: '%', default: 110 },
  { key: 'conversion', label: 'Nitrate used up while a rate is measured, up to', unit: '%', default: 20 },
  { key: 'pHDrift', label: 'pH may drift by', default: 0.5 },
  { key: 'resistance', label: 'Rᵤ and Rₛ may differ by', unit: '%', default: 10 },
  { key: 'leached', label: 'Catalyst that dissolves in a test of stability, up to', unit: '%', default: 1 },
  { key: 'replicates', label: 'Replicates may differ by a factor of', default: 2 }
] as const satisfies readonly SettingDefinition[]

type Threshold = (typeof checkSettings)[number]['key']
const defaults: ReadonlyMap<string, number> = new Map(checkSettings.map(({ key, default: value }) => [key, value]))

export function threshold({ settings }: Pick<CheckInput, 'settings'>, key: Threshold): number {
  const own = settings?.get(key)
  return typeof own === 'number' && Number.isFinite(own) ? own : defaults.get(key)!
}
/** What the Findings view says of where a threshold comes from. */
export const OWN = 'our own threshold, see Settings'
