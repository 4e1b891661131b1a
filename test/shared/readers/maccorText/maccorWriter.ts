export interface MaccorRow {
  readonly cycle: number
  readonly step: number
  readonly seconds: number
  readonly stepSeconds: number
  readonly capacity_Ah: number
  readonly current_A: number
  readonly voltage_V: number
  readonly mode: 'R' | 'C' | 'D'
}

const two = (value: number): string => String(Math.floor(value)).padStart(2, '0')
const clock = (seconds: number): string => `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`

/** Decimal comma, times in minutes, dates with the day first. */
export function maccorMinutes(rows: readonly MaccorRow[], day = '23/05/2026'): string {
  const comma = (value: number, places: number): string => value.toFixed(places).replace('.', ',')
  return [
    'Name:\tmade by the project',
    'Channel:\t81',
    'Tester\tMaccor #4',
    `Started\t${day} 10:00:00`,
    'SCap\t0,017',
    '',
    [
      'Rec',
      'Cycle P',
      'Cycle C',
      'Step',
      'TestTime',
      'StepTime',
      'Cap. [Ah]',
      'Ener. [Wh]',
      'Current [A]',
      'Voltage [V]',
      'Md',
      'ES',
      'DPT Time',
      'VAR1'
    ].join('\t'),
    '',
    ...rows.map((row, i) =>
      [
        i + 1,
        0,
        row.cycle,
        row.step,
        comma(row.seconds / 60, 6),
        comma(row.stepSeconds / 60, 6),
        comma(row.capacity_Ah, 8),
        comma(row.capacity_Ah * 1.2, 8),
        comma(row.current_A, 8),
        comma(row.voltage_V, 4),
        row.mode,
        1,
        `${day} ${clock(36_000 + row.seconds)}`,
        '0,0000'
      ].join('\t')
    ),
    ''
  ].join('\r\n')
}

/** Decimal point, times as a clock with days in front, American dates. */
export function maccorClock(rows: readonly MaccorRow[]): string {
  return [
    "Today's Date\t08/25/2026  1:02:03 PM",
    '',
    'Date of Test:\t08/23/2026 6:04:18 PM',
    '',
    'Rec#\tCyc#\tStep\tTestTime\tStepTime\tmAmp-hr\tmWatt-hr\tmAmps\tVolts\tState\tES\tDPt Time',
    ...rows.map((row, i) =>
      [
        i + 1,
        row.cycle,
        row.step,
        `  0d ${clock(row.seconds)}.00`,
        `  0d ${clock(row.stepSeconds)}.00`,
        row.capacity_Ah * 1000,
        row.capacity_Ah * 1200,
        row.current_A * 1000,
        row.voltage_V,
        row.mode,
        0,
        '08/23/2026 6:04:18 PM'
      ].join('\t')
    ),
    ''
  ].join('\n')
}
