import type { LabTime } from './labClock'
import { SIMULATED } from './recording'

export interface ChiTable {
  readonly technique: string
  readonly fileName: string
  readonly sample: string
  readonly startedAt: LabTime
  readonly parameters: readonly string[]
  readonly columns: string
  readonly rows: readonly string[]
}

/** Any technique of CH Instruments as 'Save as text' writes it. */
export function chiTable({ technique, fileName, sample, startedAt, parameters, columns, rows }: ChiTable): string {
  const { monthName, day, year, clock } = startedAt
  return [
    `${monthName} ${Number(day)}, ${year}   ${clock}`, technique, `File: d:\\chi\\${fileName.toLowerCase()}.bin`, 'Data Source:  Experiment', 'Instrument Model:  CHI760E',
    `Header: ${sample}`, `Note: ${SIMULATED}`, '', ...parameters, '', columns, '', ...rows, ''
  ].join('\r\n')
}
