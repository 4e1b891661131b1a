export interface LandtRow {
  readonly seconds: number
  readonly stepSeconds: number
  readonly voltage_V: number
  readonly current_mA: number
  readonly capacity_mAh: number
  readonly state: string
}
const names = [
  'Index',
  'TestTime/Sec.',
  'StepTime/Sec.',
  'Voltage/V',
  'Current/mA',
  'Capacity/mAh',
  'SCapacity/mAh/g',
  'Energy/mWh',
  'State',
  'SysTime'
]
const cells = (row: LandtRow, i: number): (string | number)[] => [
  i + 1,
  row.seconds,
  row.stepSeconds,
  row.voltage_V,
  row.current_mA,
  row.capacity_mAh,
  row.capacity_mAh * 10,
  row.capacity_mAh * 1.2,
  row.state,
  `2026-09-03 10:00:${String(i % 60).padStart(2, '0')}`
]

/** One line of names and all records. */
export const landtFlat = (rows: readonly LandtRow[], separator = '\t'): string =>
  [names.join(separator), ...rows.map((row, i) => cells(row, i).join(separator)), ''].join('\r\n')

/** Every step with its own names and values above the names of the records. */
export function landtSteps(steps: readonly (readonly LandtRow[])[], separator = '\t'): string {
  let record = 0
  return [
    ...steps.flatMap((rows, i) => [
      ['Index', 'Mode', 'Period', 'Capacity/mAh'].join(separator),
      [i + 1, rows[0]!.state, '0-00:10:00', 1.5].join(separator),
      names.join(separator),
      ...rows.map((row) => cells(row, (record += 1) - 1).join(separator))
    ]),
    ''
  ].join('\r\n')
}

/** Times with days in front. */
export const landtClock = (rows: readonly LandtRow[]): string =>
  [
    'Index\tTestTime\tVoltage/V\tCurrent/uA\tCapacity/uAh\tState',
    ...rows.map((row, i) =>
      [i + 1, `1-00:00:${String(row.seconds % 60).padStart(2, '0')}`, row.voltage_V, row.current_mA * 1000, row.capacity_mAh * 1000, row.state].join(
        '\t'
      )
    ),
    ''
  ].join('\n')
