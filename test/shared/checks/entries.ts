import type { Outcome, Result } from '../../../src/shared/analyses/analysis'
import { checks } from '../../../src/shared/checks'
import type { CheckInput } from '../../../src/shared/checks/check'
import { summariseMeasurement, type Measurement } from '../../../src/shared/measurement'
import type { FieldValues, Origin } from '../../../src/shared/metadata/fields'
import type { Entry } from '../../../src/shared/project'

/** An entry of these fields: a typed reading, or what was measured. `defaults` are those of the project. */
export function entry(id: string, fields: FieldValues, of: { readonly measured?: Measurement; readonly path?: string; readonly defaults?: FieldValues } = {}): Entry {
  const resolved = (values: FieldValues, origin: Origin) => Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { value, origin, where: `sheet.csv, row ${id}` }]))
  return {
    id, fileId: id, path: of.path ?? 'sheet.csv', tags: [], content: '1', revision: '1', fields: { ...resolved(of.defaults ?? {}, 'projectDefault'), ...resolved(fields, 'runSheet') },
    measurement: of.measured ? summariseMeasurement(of.measured) : null
  }
}

export const result = (metric: string, value: number, conditions: Result['conditions'] = {}, more: Partial<Result> = {}): Result => ({ catalyst: 'A', metric, value, u: null, unit: '', method: '', inputs: [], conditions, ...more })

export const outcome = (analysis: string, results: readonly Result[], settings: Outcome['trace']['settings'] = {}, catalyst: string | null = 'A'): Outcome =>
  ({ analysis, version: 1, catalyst, state: 'result', results, figures: [], needs: [], findings: [], trace: { appVersion: '', settings, key: '', inputs: [] } })

/** [level, text] of what a rule finds. */
export const found = (rule: string, input: Partial<CheckInput>): (readonly [string, string])[] =>
  checks.find((check) => check.rule === rule)!.run({ outcomes: [], entries: [], rowsWithoutFile: [], ...input }).map(({ level, message }) => [level, message.text] as const)
