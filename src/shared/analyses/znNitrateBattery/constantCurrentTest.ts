import type { Series } from '../../figure'
import { message, type Message } from '../../message'
import { minMaxDecimate } from '../../numerics/minMaxDecimate'
import type { Conditions } from '../analysis'
import type { BatteryColumns } from './batteryNumbers'
import { batteryCycles, currentSteps, kindOfSteps, type CurrentStep } from './currentSteps'

type AddResult = (metric: string, value: number, unit: string, method: string, u: number | null, more: Conditions) => void
interface Test { readonly name: string; readonly columns: BatteryColumns; readonly look: Pick<Series, 'catalyst'>; readonly result: AddResult }

/** A discharge in steps or cycles of discharge and charge; null for a plain discharge, and where the file lacks a column for telling. */
export function constantCurrentTest({ name, columns, look, result }: Test): { readonly kind: 'stepped' | 'cycled'; readonly curve: Series; readonly steps: (area_cm2: number) => Message[]; readonly cycles: () => Series[] } | null {
  const { time_s, voltage_V } = columns
  if (!time_s || !voltage_V || !columns.current_A) return null
  const found = currentSteps(columns)
  const kind = found.length < 2 ? 'single' : kindOfSteps(found)
  if (kind === 'single') return null
  return {
    kind,
    curve: { name, style: 'line', ...look, ...minMaxDecimate(time_s.map((t) => (t - time_s[0]!) / 3600), voltage_V, 1600) },
    steps: (area_cm2) => {
      const current = (step: CurrentStep): number => Number(((Math.abs(step.current_A) * 1000) / area_cm2).toPrecision(3))
      found.forEach((step, i) => result('discharge_voltage', step.voltage_V, 'V', `step ${i + 1} of ${found.length}, mean of its last fifth`, step.voltageSd_V, { step: i + 1, j_mA_cm2: current(step) }))
      const last = found.at(-1)!
      const before = found.slice(0, -2).find((step) => current(step) === current(last))
      return before ? [message('finding.batteryRecovery', 'Back at {j} mA cm⁻² the cell gives {after} V; in the first such step it gave {before} V.', { j: current(last), after: last.voltage_V.toFixed(3), before: before.voltage_V.toFixed(3) })] : []
    },
    cycles: () => {
      const pairs = batteryCycles(found)
      for (const i of new Set([0, pairs.length - 1])) {
        const pair = pairs[i]
        if (!pair) continue
        const add = (metric: string, value: number, unit: string, how: string, u: number | null): void => result(metric, value, unit, `cycle ${i + 1} of ${pairs.length}, ${how}`, u, { cycle: i + 1 })
        add('discharge_voltage', pair.discharge.voltage_V, 'V', 'mean of the last fifth', pair.discharge.voltageSd_V)
        add('charge_voltage', pair.charge.voltage_V, 'V', 'mean of the last fifth', pair.charge.voltageSd_V)
        add('energy_efficiency', pair.energyEfficiency, '%', '∫|I|·V dt of the discharge over that of the charge', null)
      }
      return (['discharge', 'charge'] as const).map((direction): Series => ({ name: direction, style: 'linePoints', x: pairs.map((_, i) => i + 1), y: pairs.map((pair) => pair[direction].voltage_V) }))
    }
  }
}
