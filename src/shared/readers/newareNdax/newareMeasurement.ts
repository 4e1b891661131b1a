import type { Column, Measurement, NamedValue } from '../../measurement'
import { newareCycles, newareStatus } from './newareStatus'
import { countedChanges, type NewareRecords } from './newareRecords'
import { segmentRuns } from '../batteryText/segmentRuns'
import { totalTime } from '../batteryText/totalTime'

export interface NewareSource {
  readonly records: NewareRecords
  readonly auxiliary: readonly Column[]
  readonly settings: readonly NamedValue[]
  readonly facts: readonly NamedValue[]
  readonly warnings: readonly string[]
  readonly startedAt: string | null
  readonly complete: boolean
}

function textColumn(name: string, codes: Float64Array): Column {
  const labels: string[] = []
  const known = new Map<number, number>()
  const values = codes.map((code) => {
    if (Number.isNaN(code)) return NaN
    const label = known.get(code) ?? labels.push(newareStatus(code)) - 1
    known.set(code, label)
    return label
  })
  return { name, unit: '', quantity: 'other', values, labels }
}

/** The step's own time starts again in every step and is no time axis, so the total time carries that quantity. */
export function newareMeasurement({ records, auxiliary, settings, facts, warnings, startedAt, complete }: NewareSource): Measurement {
  const cycle = newareCycles(records.status)
  const step = records.step
  const cycles = cycle.at(-1) ?? 0
  const stored = records.programCycle.some((value) => !Number.isNaN(value))
  const stamped = records.timestamp_s.some((value) => !Number.isNaN(value))
  const column = (name: string, unit: string, quantity: Column['quantity'], values: Float64Array): Column => ({ name, unit, quantity, values })
  const columns: Column[] = [
    column('Index', '', 'other', records.index),
    column('Cycle', '', 'other', cycle),
    column('Step', '', 'other', step),
    column('Step_Index', '', 'other', records.stepIndex),
    textColumn('Status', records.status),
    column('Time', 's', 'other', records.time_s),
    column('Voltage', 'V', 'potential', records.voltage_V),
    column('Current(mA)', 'mA', 'current', records.current_mA),
    column('Charge_Capacity(mAh)', 'mAh', 'capacity', records.chargeCapacity_mAh),
    column('Discharge_Capacity(mAh)', 'mAh', 'other', records.dischargeCapacity_mAh),
    column('Charge_Energy(mWh)', 'mWh', 'energy', records.chargeEnergy_mWh),
    column('Discharge_Energy(mWh)', 'mWh', 'other', records.dischargeEnergy_mWh),
    column('Total_Time', 's', 'time', totalTime(records.time_s, step)),
    ...(stored ? [column('Program_Cycle', '', 'other', records.programCycle)] : []),
    ...(stamped ? [column('Timestamp', 's', 'other', records.timestamp_s)] : []),
    ...auxiliary
  ]
  const found = [...new Set(records.status)].filter((code) => !Number.isNaN(code)).map(newareStatus)
  const unknown = found.filter((status) => status.startsWith('Status '))
  return {
    technique: 'GCPL',
    title: '',
    columns,
    segments:
      cycles > 1
        ? segmentRuns('cycle', cycle, (row) => `Cycle ${cycle[row]}`)
        : segmentRuns('step', step, (row) => `Step ${step[row]} ${newareStatus(records.status[row]!)}`),
    settings,
    facts: [
      ...facts,
      ...(Number.isNaN(cycles) ? [] : [{ name: 'cycles', value: cycles }]),
      { name: 'steps', value: countedChanges(step).at(-1) ?? 0 },
      { name: 'status', value: found.sort().join(', ') },
      { name: 'cycleCounting', value: 'a charge after a discharge begins a cycle; Program_Cycle counts the loops of the program' },
      { name: 'totalTime', value: 'the times of the steps added up, without pauses' }
    ],
    header: {},
    startedAt,
    signConvention: 'charge current positive, discharge current negative (Neware)',
    warnings: [
      ...warnings,
      ...(unknown.length > 0
        ? [`The kind of some steps is not known (${unknown.join(', ')}); such steps count neither as charge nor as discharge.`]
        : [])
    ],
    complete
  }
}
