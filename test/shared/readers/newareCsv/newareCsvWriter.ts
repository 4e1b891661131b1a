export interface CsvStep {
  readonly cycle: number
  readonly step: number
  readonly name: string
  readonly records: readonly { readonly seconds: number; readonly voltage_V: number; readonly current_mA: number; readonly capacity_mAh: number }[]
}

const two = (value: number): string => String(Math.floor(value)).padStart(2, '0')
export const clock = (seconds: number): string =>
  `${Math.floor(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}.${String(Math.round((seconds % 1) * 1000)).padStart(3, '0')}`

/** Three lines of names, then cycle, step and record rows; `quote` puts quotes around every cell that is not empty; `joined` writes the first step of a cycle behind the cells of its cycle. */
export function nestedCsv(steps: readonly CsvStep[], separator = ',', quote = false, joined = false): string {
  const line = (level: number, cells: readonly (string | number)[]): string =>
    [...Array.from({ length: level }, () => ''), ...cells.map((cell) => (quote && cell !== '' ? `"${cell}"` : String(cell)))].join(separator)
  const lines = [
    line(0, ['Cycle ID', 'Cap_Chg(mAh)', 'Cap_DChg(mAh)']),
    line(1, ['Step ID', 'Step Name', 'Step Time(h:min:s.ms)', 'DCIR(O)']),
    line(2, ['Record ID', 'Time(h:min:s.ms)', 'Voltage(V)', 'Current(mA)', 'Capacity(mAh)', 'Energy(mWh)', 'Realtime'])
  ]
  let cycle = -1
  let record = 0
  for (const step of steps) {
    const ofStep = [step.step, step.name, clock(step.records.at(-1)?.seconds ?? 0), '']
    const isFirst = step.cycle !== cycle
    if (isFirst) lines.push(line(0, [(cycle = step.cycle), 1.5, 2.5, ...(joined ? ofStep : [])]))
    if (!isFirst || !joined) lines.push(line(1, ofStep))
    for (const { seconds, voltage_V, current_mA, capacity_mAh } of step.records) {
      lines.push(
        line(2, [
          (record += 1),
          clock(seconds),
          voltage_V,
          current_mA,
          capacity_mAh,
          capacity_mAh * 2,
          `2026-09-03 14:${two(seconds / 60)}:${two(seconds % 60)}`
        ])
      )
    }
  }
  return [...lines, ''].join('\r\n')
}

export function flatCsv(steps: readonly CsvStep[], totalTime = 'Total Time'): string {
  let record = 0
  return [
    `DataPoint,Cycle Index,Step Index,Step Type,Time,${totalTime},Current(A),Voltage(V),Capacity(Ah),Date`,
    ...steps.flatMap((step) =>
      step.records.map(({ seconds, voltage_V, current_mA, capacity_mAh }) =>
        [
          (record += 1),
          step.cycle,
          step.step,
          step.name,
          clock(seconds),
          clock(record * 10),
          current_mA / 1000,
          voltage_V,
          capacity_mAh / 1000,
          `2026-09-03 14:00:${two(record % 60)}`
        ].join(',')
      )
    ),
    ''
  ].join('\n')
}
