import type { Column, Measurement, NamedValue, Segment } from '../../measurement'
import type { QuantityKind } from '../../quantity'
import { segmentRuns } from './segmentRuns'
import { totalTime } from './totalTime'
import { startOfDates } from '../text/dateText'
import type { BatteryHeader, BatteryKind } from './batteryColumn'
import type { ScannedRecords } from './scanRecords'

export interface BatteryTable {
  readonly columns: readonly Column[]
  readonly segments: readonly Segment[]
  readonly cycles: number
  readonly steps: number
  /** The total time is not in the file: the step times were added up. */ readonly isTimeAdded: boolean
  readonly dates: readonly string[]
}

const quantities = new Map<BatteryKind, QuantityKind>([
  ['totalTime', 'time'],
  ['potential', 'potential'],
  ['current', 'current'],
  ['capacity', 'capacity'],
  ['energy', 'energy'],
  ['temperature', 'temperature']
])

/** Columns of one table of records; `outer` are those that nested rows state once for many records (cycle, step, status). */
export function batteryTable(
  headers: readonly BatteryHeader[],
  scanned: ScannedRecords,
  outer: readonly { header: BatteryHeader; values: Float64Array; labels?: readonly string[] }[] = []
): BatteryTable {
  const seen = new Set<QuantityKind>()
  const quantityOf = (kind: BatteryKind): QuantityKind => {
    const quantity = quantities.get(kind) ?? 'other'
    if (seen.has(quantity)) return 'other'
    if (quantity !== 'other') seen.add(quantity)
    return quantity
  }
  const taken = new Set<string>()
  const unique = (name: string): string => {
    let free = name
    for (let n = 2; taken.has(free); n += 1) free = `${name} (${n})`
    taken.add(free)
    return free
  }
  const all = [
    ...outer.map(({ header, values, labels }) => ({ header, values, labels, isClock: false })),
    ...headers.map((header, i) => ({ header, values: scanned.columns[i]!, labels: scanned.labels[i], isClock: scanned.isClock[i] ?? false }))
  ]
  const columns: Column[] = all.map(({ header: { name, unit, kind }, values, labels, isClock }) => ({
    name: unique(name),
    unit: isClock ? 's' : labels ? '' : unit,
    quantity: labels ? 'other' : quantityOf(kind),
    values,
    ...(labels ? { labels } : {})
  }))
  const of = (kind: BatteryKind): number => all.findIndex(({ header, labels }) => header.kind === kind && !labels)
  const [cycleAt, stepAt, stepTimeAt] = [of('cycle') >= 0 ? of('cycle') : of('programCycle'), of('step'), of('stepTime')]
  const cycle = cycleAt < 0 ? undefined : all[cycleAt]!.values
  const step = stepAt < 0 ? undefined : all[stepAt]!.values
  const isTimeAdded = !seen.has('time') && stepTimeAt >= 0
  if (isTimeAdded)
    columns.push({ name: unique('Total_Time'), unit: columns[stepTimeAt]!.unit, quantity: 'time', values: totalTime(all[stepTimeAt]!.values, step) })
  const statusAt = all.findIndex(({ header, labels }) => header.kind === 'status' && labels)
  const status = (row: number): string => (statusAt < 0 ? '' : ` ${all[statusAt]!.labels![all[statusAt]!.values[row]!] ?? ''}`.trimEnd())
  const byCycle = cycle ? segmentRuns('cycle', cycle, (row) => `Cycle ${cycle[row]}`) : []
  const byStep = step ? segmentRuns('step', step, (row) => `Step ${step[row]}${status(row)}`) : []
  const dateAt = all.findIndex(({ header, labels }) => header.kind === 'date' && labels)
  return {
    columns,
    segments: byCycle.length > 1 ? byCycle : byStep,
    cycles: new Set(cycle ?? []).size,
    steps: byStep.length,
    isTimeAdded,
    dates: dateAt < 0 ? [] : all[dateAt]!.labels!
  }
}

interface Said extends Pick<Measurement, 'settings' | 'signConvention' | 'warnings'> { readonly facts: readonly NamedValue[]; readonly title?: string; /** Where the dates of the rows do not tell alone. */ readonly startedAt?: string | null }

/** The test of one cell: its table, and what its reader has to say of it. */
export function batteryMeasurement({ columns, segments, cycles, steps, dates }: BatteryTable, scanned: ScannedRecords, { facts, title = '', startedAt, settings, signConvention, warnings }: Said): Measurement {
  return {
    technique: 'GCPL', title, columns, segments, settings, facts: [{ name: 'cycles', value: cycles }, { name: 'steps', value: steps }, ...facts], header: {},
    startedAt: startedAt === undefined ? startOfDates([...dates.slice(0, 1), ...dates.slice(-1)]) : startedAt,
    signConvention, warnings: [...scanWarnings(scanned), ...warnings], complete: !scanned.isCutOff && scanned.rows > 0
  }
}

/** Its decimal sign, by the first record; where commas separate cells it is a point. */
export const decimalOf = (separator: string, firstRecord: readonly string[]): '.' | ',' => (separator !== ',' && firstRecord.some((cell) => /^\s*-?\d+,\d+\s*$/.test(cell)) ? ',' : '.')

export const isTime = ({ kind }: BatteryHeader): boolean => kind === 'totalTime' || kind === 'stepTime'

/** Sentences about what could not be read. */
export function scanWarnings({ rows, damaged, short, wider, isCutOff }: ScannedRecords): string[] {
  return [
    ...(isCutOff ? ['The file ends within a row, which was left out; it was cut off or is still being written.'] : []),
    ...(rows === 0 ? ['The file holds a header but no data rows.'] : []),
    ...(short > 0 ? [`${short} rows have fewer cells than the header; the missing cells are empty.`] : []),
    ...(wider > 0 ? [`${wider} rows have more cells than the header; the cells without a name were not read.`] : []),
    ...(damaged > 0 ? [`${damaged} cells are no numbers; they are left empty.`] : [])
  ]
}
