import data from '../../../resources/reference/huang2026.json'
import type { Conditions, Outcome, Result } from '../analyses/analysis'
import type { Claim } from '../checks/claim'

type Printed = { readonly catalyst: string | null; readonly metric: string; readonly value: number; readonly unit: string; readonly where: string; readonly [condition: string]: unknown }
const notConditions = new Set(['catalyst', 'metric', 'value', 'unit', 'where'])

/** Every number that the paper prints, as results without files: read-only, beside a project's own. */
export const huang2026Results: readonly Result[] = ([...data.values, ...data.furtherValues] as readonly Printed[]).map((printed) => ({
  catalyst: printed.catalyst, metric: printed.metric, value: printed.value, u: null, unit: printed.unit, method: `as printed, ${printed.where}`, inputs: [], conditions: conditionsOf(printed)
}))

function conditionsOf(printed: Printed): Conditions {
  return Object.fromEntries(Object.entries(printed).flatMap(([key, value]) => (!notConditions.has(key) && (typeof value === 'number' || typeof value === 'string') ? [[key, value] as const] : [])))
}

export const huang2026Claims = data.claims as readonly Claim[]
export const huang2026Citation: string = data.citation

/** The printed numbers as one outcome a catalyst, for checks and comparisons. */
export function huang2026Outcomes(appVersion: string): Outcome[] {
  return [...new Set(huang2026Results.map(({ catalyst }) => catalyst))].map((catalyst) => ({
    analysis: 'reference', version: 1, catalyst, state: 'result', results: huang2026Results.filter((result) => result.catalyst === catalyst), figures: [], needs: [], findings: [],
    trace: { appVersion, settings: {}, key: 'huang2026', inputs: [] }
  }))
}
