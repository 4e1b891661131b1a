export interface TesterRow {
  readonly time_s: number
  readonly step: number
  readonly cycle: number
  readonly voltage_V: number
  readonly current_A: number
  readonly charge_Ah: number
  readonly discharge_Ah: number
}
type Cells = (row: TesterRow, i: number) => readonly (string | number)[]
export interface Layout { readonly names: readonly string[]; readonly cells: Cells; readonly above?: readonly string[]; readonly trailing?: string }

export const twoDigits = (value: number): string => String(value).padStart(2, '0')
const clock = (seconds: number): string => `${twoDigits(Math.floor(seconds / 3600))}:${twoDigits(Math.floor(seconds / 60) % 60)}:${twoDigits(Math.floor(seconds) % 60)}.000`
const date = (i: number): string => `2026-09-13 10:${twoDigits(Math.floor(i / 60) % 60)}:${twoDigits(i % 60)}`

export const arbin: Layout = {
  names: ['Data_Point', 'Test_Time(s)', 'Date_Time', 'Step_Index', 'Cycle_Index', 'Current(A)', 'Voltage(V)', 'Charge_Capacity(Ah)', 'Discharge_Capacity(Ah)', 'dV/dt(V/s)'],
  cells: (row, i) => [i + 1, row.time_s, date(i), row.step, row.cycle, row.current_A, row.voltage_V, row.charge_Ah, row.discharge_Ah, 0]
}
/** Newer software writes blanks, a tab in front of the date and auxiliary channels. */
export const arbinBlanks: Layout = {
  names: ['Data Point', 'Date Time', 'Test Time (s)', 'Cycle Index', 'Step Index', 'Current (A)', 'Voltage (V)', 'Charge Capacity (Ah)', 'Discharge Capacity (Ah)', 'mAh/g', 'Aux_Temperature_1 (C)', 'Aux_Voltage(V)_1'],
  cells: (row, i) => [i + 1, ` 09/13/2026 10:${twoDigits(Math.floor(i / 60) % 60)}:${twoDigits(i % 60)}.661`, row.time_s, row.cycle, row.step, row.current_A, row.voltage_V, row.charge_Ah, row.discharge_Ah, 1, 25.5, 0.5]
}
export const bdf: Layout = {
  names: ['Test Time / s', 'Voltage / V', 'Current / A', 'Unix Time / s', 'Cycle Count / 1', 'Step Index / 1', 'Step Type', 'Charging Capacity / Ah', 'Discharging Capacity / Ah'],
  cells: (row, i) => [row.time_s, row.voltage_V, row.current_A, 1_757_750_400 + i, row.cycle, row.step, row.current_A > 0 ? 'charge' : 'discharge', row.charge_Ah, row.discharge_Ah]
}
export const bdfPrograms: Layout = {
  names: ['test_time_second', 'voltage_volt', 'current_ampere', 'cycle_count', 'step_count', 'charging_capacity_ah', 'discharging_capacity_ah', 'surface_temperature_celsius'],
  cells: (row) => [row.time_s, row.voltage_V, row.current_A, row.cycle, row.step, row.charge_Ah, row.discharge_Ah, 25]
}
export const pec: Layout = {
  above: ['Request Year:,2026', 'Test:,187', 'TestRegime Name:,Zn NO3 C/25', 'LotID:,', 'Start Time:,09/13/2026 09:59:58', '#RESULTS CHECK', 'ReqYear,Test,CellNr,Type,Value,Reason,', '#END RESULTS CHECK'],
  names: ['Test', 'Cell', 'Rack', 'Shelf', 'Position', 'Cell ID', 'Step', 'Cycle', 'Total Time (Hours in hh:mm:ss.xxx)', 'Step Time (Seconds)', 'Real Time', 'Voltage (mV)', 'Current (mA)', 'Charge Capacity (mAh)', 'Discharge Capacity (mAh)', 'Charge Capacity (mWh)', 'Cell surface temperature (°C)'],
  cells: (row, i) => [187, 1, 'SBT0550', '001', 1, '', row.step, row.cycle, clock(row.time_s), 1, `09/13/2026 10:00:${twoDigits(i % 60)}`, row.voltage_V, row.current_A, row.charge_Ah, row.discharge_Ah, 0, 24.9],
  trailing: ','
}

export const written = ({ names, cells, above = [], trailing = '' }: Layout, rows: readonly TesterRow[], separator = ',', end = '\r\n'): string =>
  [...above, names.join(separator) + trailing, ...rows.map((row, i) => cells(row, i).join(separator) + trailing)].map((line) => line + end).join('')
