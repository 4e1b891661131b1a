import type { Project } from '../project/project'
import type { Result } from '../../shared/analyses/analysis'
import { inboxRows } from '../project/inboxPage'

/** The JSON of `rum analyse`: contracts.md section 4. `inputs` are paths, once each. */
export function projectReport(project: Project): object {
  const entries = project.entries()
  const pathOf = new Map(entries.map((entry) => [entry.id, entry.path]))
  const paths = (ids: readonly string[]): string[] => [...new Set(ids.flatMap((id) => pathOf.get(id) ?? []))]
  return {
    files: inboxRows(project.driver, entries).sort((a, b) => (a.path < b.path ? -1 : 1)).map(({ path, status, reason, note }) => ({ path, status, ...(reason === null ? {} : { reason }), ...(note === null ? {} : { note }) })),
    results: project.outcomes().flatMap((outcome) => outcome.results.map((result) => resultReport(result, paths))),
    checks: project.findings().map(({ rule, level, catalyst, message, metric, conditions }) => ({
      rule, level, catalyst, message: message.text, ...(metric === undefined ? {} : { result: { metric, conditions: conditions ?? {} } })
    })),
    needs: project.outcomes().flatMap((outcome) => outcome.needs.map((need) => ({ analysis: outcome.analysis, catalyst: outcome.catalyst, message: need.message.text })))
  }
}

function resultReport({ catalyst, metric, value, u, unit, conditions, method, n, inputs }: Result, paths: (ids: readonly string[]) => string[]): object {
  return { catalyst, metric, value, u, unit, conditions, method, ...(n === undefined ? {} : { n }), inputs: paths(inputs) }
}
