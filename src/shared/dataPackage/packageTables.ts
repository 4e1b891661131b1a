import type { Analysis, Outcome, Finding } from '../analyses/analysis'
import { termUnits } from '../analyses/analysis'
import { BOLTZMANN_EV_PER_K, FARADAY_C_PER_MOL, GAS_CONSTANT_J_PER_MOL_K, MOLAR_MASS_G_PER_MOL } from '../constants'
import { fieldDefinitions } from '../metadata/fields'
import type { Entry, ProjectDefaults } from '../project'
import { nameOfPath } from '../storedPath'
import { csvLine } from './csv'

/** Where an entry's numbers lie in the package: `measurements/f27fbf45ec51a-0.csv`. */
export const measurementPath = (entry: string): string => `measurements/${entry.replace(/[^A-Za-z0-9]+/g, '-')}.csv`

/** Every number with its unit, its conditions and what it was made of. */
export function resultsCsv(outcomes: readonly Outcome[]): string {
  const rows = outcomes.flatMap(({ analysis, results }) => results.map((result) => csvLine([
    analysis, result.catalyst, result.metric, result.value, result.u, result.unit, result.n ?? null, potentialOf(result.conditions.potential_V_RHE), result.method,
    JSON.stringify(result.conditions), JSON.stringify(Object.fromEntries((result.terms ?? []).map(({ name, value }) => [name, value]))), result.inputs.join(' ')
  ])))
  return [csvLine(['analysis', 'catalyst', 'metric', 'value', 'u', 'unit', 'n', 'potential_V_RHE', 'method', 'conditions', 'terms', 'inputs']), ...rows].join('')
}
const potentialOf = (value: unknown): number | null => (typeof value === 'number' ? value : null)

/** What each id of `inputs` is: a measurement of a file or a typed reading. */
export function entriesCsv(entries: readonly Entry[], files: ReadonlyMap<string, { readonly original: string | null; readonly sha256: string }>): string {
  return [csvLine(['entry', 'kind', 'technique', 'title', 'startedAt', 'file', 'original', 'sha256', 'numbers']), ...entries.map(({ id, measurement, fileId, path }) => csvLine([
    id, measurement ? 'measurement' : 'typed reading', measurement?.technique, measurement?.title, measurement?.startedAt, nameOfPath(path), files.get(fileId)?.original, files.get(fileId)?.sha256, measurement ? measurementPath(id) : null
  ]))].join('')
}

/** One condition of one entry a row, with who stated it and where. */
export function conditionsCsv(entries: readonly Entry[]): string {
  const lines = entries.flatMap(({ id, fields }) => fieldDefinitions.flatMap((definition) => {
    const stated = fields[definition.key]
    return stated ? [csvLine([id, definition.key, stated.value, 'unit' in definition ? definition.unit : null, stated.origin, stated.template === undefined ? stated.where : `${stated.where}, by the template ${stated.template}`, stated.against])] : []
  }))
  return [csvLine(['entry', 'field', 'value', 'unit', 'origin', 'statedIn', 'against']), ...lines].join('')
}

export function findingsCsv(findings: readonly { readonly finding: Finding; readonly acknowledged: string | null }[]): string {
  return [csvLine(['level', 'rule', 'catalyst', 'metric', 'text', 'source', 'acknowledgedBecause']), ...findings.map(({ finding, acknowledged }) => csvLine([
    finding.level, finding.rule, finding.catalyst, finding.metric, finding.message.text, finding.source, acknowledged
  ]))].join('')
}

/** How each number was computed: equation, source, assumptions, the settings that were really used, and the constants. */
export function methodsJson(outcomes: readonly Outcome[], analyses: readonly Pick<Analysis, 'id' | 'title' | 'about'>[], defaults: ProjectDefaults): string {
  const used = outcomes.filter(({ state }) => state !== 'nothing')
  return `${JSON.stringify({
    constants: { faraday_C_per_mol: FARADAY_C_PER_MOL, gasConstant_J_per_mol_K: GAS_CONSTANT_J_PER_MOL_K, boltzmann_eV_per_K: BOLTZMANN_EV_PER_K, molarMass_g_per_mol: MOLAR_MASS_G_PER_MOL },
    terms: termUnits, defaults,
    analyses: analyses.filter(({ id }) => used.some(({ analysis }) => analysis === id)).map(({ id, title, about }) => ({ id, title, ...about })),
    outcomes: used.map(({ analysis, version, catalyst, trace, needs }) => ({ analysis, version, catalyst, settings: trace.settings, inputs: trace.inputs.map(({ entry }) => entry), missing: needs.map(({ message }) => message.text) }))
  }, null, 1)}\n`
}
