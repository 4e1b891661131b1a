import type { Fixture } from '../fixture'
import { flatCsv, nestedCsv, type CsvStep } from './newareCsvWriter'

export const csvSteps: readonly CsvStep[] = [1, 2].flatMap((cycle) =>
  (['Rest', 'CC DChg', 'CC Chg'] as const).map((name, i) => ({
    cycle,
    name,
    step: i + 1,
    records: Array.from({ length: 4 }, (_, k) => ({
      seconds: k * 10,
      voltage_V: 1.4 - k / 100,
      current_mA: [0, -5, 5][i]!,
      capacity_mAh: i === 0 ? 0 : (k * 50) / 3600
    }))
  }))
)
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
export const fixtures: readonly Fixture[] = [
  { reader: 'neware-csv', name: 'cell 7.csv', bytes: bytesOf(nestedCsv(csvSteps)) },
  { reader: 'neware-csv', name: 'cell 8.csv', bytes: bytesOf(flatCsv(csvSteps)) }
]
