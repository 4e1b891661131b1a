import type { Finding, Result } from '../analyses/analysis'
import { message } from '../message'
import { resultsOf, type Check, type CheckInput } from './check'
import { number } from './stated'

/** How far a voltage at load may lie above the open circuit: what two cells of one make scatter by. */
const OFF = 0.03

/** A cell that delivers lies below its open-circuit voltage, and above zero. */
export const batteryVoltage: Check = {
  rule: 'battery-voltage',
  scope: 'catalyst',
  run: (input) => {
    const open = new Map<string | null, Result>()
    for (const result of resultsOf(input, 'ocv')) if (result.value > (open.get(result.catalyst)?.value ?? -Infinity)) open.set(result.catalyst, result)
    return voltagesAtLoad(input).flatMap(({ result, volt }): Finding[] => {
      const ocv = open.get(result.catalyst)
      const about = { rule: 'battery-voltage', level: 'error', catalyst: result.catalyst, metric: result.metric, conditions: result.conditions, source: 'identity: U ≤ OCV at load; 3 %' } as const
      if (volt < 0) return [{ ...about, entries: result.inputs, message: message('check.batteryNegative', 'The cell of {catalyst} delivers at {volt} V: a voltage below zero is no discharge; check the sign.', { catalyst: result.catalyst ?? '', volt: number(volt) }) }]
      return !ocv || volt <= ocv.value * (1 + OFF) ? [] : [{
        ...about, entries: [...result.inputs, ...ocv.inputs],
        message: message('check.batteryAboveOpen', 'The cell of {catalyst} delivers at {volt} V, more than its open-circuit voltage of {ocv} V: one of the two is of another cell, or wrong.', { catalyst: result.catalyst ?? '', volt: number(volt, 4), ocv: number(ocv.value, 4) })
      }]
    })
  }
}

/** That of each discharge, and P/j at the peak of the power. */
function voltagesAtLoad(input: CheckInput): readonly { readonly result: Result; readonly volt: number }[] {
  const currents = resultsOf(input, 'j_at_peak_power')
  const peaks = resultsOf(input, 'peak_power').flatMap((result) => {
    const current = currents.find(({ catalyst, inputs }) => catalyst === result.catalyst && inputs.join() === result.inputs.join())
    return current && current.value !== 0 ? [{ result, volt: result.value / Math.abs(current.value) }] : []
  })
  return [...resultsOf(input, 'discharge_voltage').map((result) => ({ result, volt: result.value })), ...peaks]
}
