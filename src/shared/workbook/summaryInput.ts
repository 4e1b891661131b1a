import type { Finding, Outcome } from '../analyses/analysis'
import type { Catalyst, Entry, ProjectDefaults } from '../project'

export interface FileLine { readonly path: string; readonly sha256: string; readonly reader: string | null; readonly status: string; readonly reason: string | null }

/** Everything that the Excel summary of a project is made of. */
export interface SummaryInput {
  readonly project: string
  readonly simulated: boolean
  readonly appVersion: string
  readonly catalysts: readonly Catalyst[]
  readonly outcomes: readonly Outcome[]
  readonly entries: readonly Entry[]
  readonly findings: readonly Finding[]
  readonly defaults: ProjectDefaults
  readonly files: readonly FileLine[]
}

/** Lines above every table. */
export function preambleOf(input: SummaryInput, title: string, ...more: string[]): string[] {
  return [`${title} \u2013 ${input.project || 'RuM Workbench'}`, ...(input.simulated ? ['SIMULATED data: made by the program, not measured'] : []), ...more]
}

/** Row number in Excel of the i-th data row: the preamble, the header and the units stand above. */
export const rowNumber = (preamble: readonly string[], i: number): number => preamble.length + 3 + i
/** The same on a list without units. */
export const rowNumberOfList = (preamble: readonly string[], i: number): number => preamble.length + 2 + i
