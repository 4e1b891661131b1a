import type { Finding } from '../analyses/analysis'
import { nameOf } from '../electrochemistry/entryName'
import { message } from '../message'
import { kindOf } from '../metadata/kindOf'
import type { Entry } from '../project'
import { resultsOf, type Check, type CheckInput } from './check'
import { number, some } from './stated'

const SOURCE = 'Tesch et al. 2023: 50 mV spread between laboratories at the same current density'
const perMolar: ReadonlyMap<string, number> = new Map([['', 1], ['m', 1], ['mol/l', 1], ['mm', 1e-3], ['mmol/l', 1e-3]])

/** Reported points of other nitrate or pH than this project's, or that do not say: they stand beside its own in the literature comparison. */
export const literatureConditions: Check = {
  rule: 'literature-conditions',
  scope: 'project',
  run: (input) => {
    const tables = input.entries.filter((entry) => kindOf(entry) === 'literature')
    if (tables.length === 0) return []
    const own = ownConditions(input)
    return tables.flatMap((table) => [...of(table, 'nitrate', 'M', own.nitrate_M), ...of(table, 'pH', '', own.pH)])
  }
}

function ownConditions(input: CheckInput): { readonly nitrate_M: readonly number[]; readonly pH: readonly number[] } {
  const results = resultsOf(input, 'fe_nh3').filter(({ n, conditions }) => n === undefined && conditions.role !== 'battery')
  const used = new Set(results.flatMap(({ inputs }) => inputs))
  const nitrates = results.flatMap(({ conditions: { nitrate_M } }) => (typeof nitrate_M === 'number' && nitrate_M > 0 ? [nitrate_M] : []))
  return { nitrate_M: [...new Set(nitrates)], pH: [...new Set(input.entries.flatMap(({ id, fields }) => (used.has(id) ? fields.pH?.value ?? [] : [])))] }
}

function of(table: Entry, name: 'nitrate' | 'pH', unit: string, own: readonly number[]): Finding[] {
  if (own.length === 0) return []
  const about = { rule: 'literature-conditions', level: 'note', catalyst: null, source: SOURCE, entries: [table.id] } as const
  const column = table.measurement?.columns.find((candidate) => candidate.name === name)
  const factor = column && (name === 'pH' ? 1 : perMolar.get(column.unit.trim().toLowerCase()))
  if (!column || column.min === null || column.max === null) return [{ ...about, message: message('check.literatureSilent', '{file} does not state the {name} of its points: they compare with those of this project only where it is the same.', { file: nameOf(table), name }) }]
  if (factor === undefined) return []
  const [from, to] = [column.min * factor, column.max * factor]
  const isSame = (value: number): boolean => own.some((one) => (name === 'pH' ? Math.abs(one - value) <= 0.5 : Math.abs(one - value) <= 0.05 * value))
  if (isSame(from) && isSame(to)) return []
  const range = from === to ? number(from) : `${number(from)}–${number(to)}`
  return [{
    ...about, message: message('check.literatureConditions', '{file} holds points at {name} {range} {unit}, this project at {own} {unit}: only like conditions compare, and less than 50 mV between laboratories is no difference.', { file: nameOf(table), name, range, unit, own: some(own.map((value) => number(value))) })
  }]
}
