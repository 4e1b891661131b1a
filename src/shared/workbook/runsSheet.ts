import type { TermName } from '../analyses/analysis'
import type { Cell, Sheet } from '../workbook'
import type { RunLine } from './runLines'
import { columnLetter } from './sheetName'
import { preambleOf, rowNumber, type SummaryInput } from './summaryInput'

export const RUNS = 'Runs'
const identity = ['catalyst', 'run', 'replicate', 'cycle', 'E vs RHE', 'nitrate', 'product'] as const
const termColumns: readonly (readonly [TermName, string, string, string?])[] = [
  ['charge_C', 'charge Q', 'C', '0.0000'], ['concentration_ug_mL', 'concentration', 'µg/mL', '0.0000'], ['basisFactor', 'basis factor', '', '0.0000'], ['dilution', 'dilution', ''],
  ['blank_ug_mL', 'blank (undiluted)', 'µg/mL', '0.0000'], ['volume_mL', 'volume', 'mL'], ['time_h', 'time', 'h', '0.0000'], ['mass_mg', 'catalyst mass', 'mg', '0.0000'], ['area_cm2', 'area', 'cm²', '0.0000'],
  ['molarMass_g_mol', 'molar mass', 'g/mol', '0.000'], ['electrons', 'electrons z', '']
]

/** Address of one term of a line on the Runs sheet, e.g. Runs!$H$7. */
export type RunAddress = (key: string, term: TermName | 'amount') => string | undefined

export interface RunsSheet { readonly sheet: Sheet; readonly addressOf: RunAddress }

/** The inputs of every run, from which the catalyst sheets compute; n = (c·k·D − blank)·V·10⁻⁶/M in mol. */
export function runsSheet(input: SummaryInput, lines: ReadonlyMap<string, RunLine>): RunsSheet {
  const preamble = preambleOf(input, 'Runs', 'Change a number here and the sheets of the catalysts follow. Its rows must stay where they are: do not sort them.')
  const keys = [...lines.keys()]
  const placeOf = new Map(keys.map((key, i) => [key, i]))
  const columnOfTerm = (term: TermName | 'amount'): number => (term === 'amount' ? identity.length + termColumns.length : identity.length + termColumns.findIndex(([name]) => name === term))
  const rows = keys.map((key, i): Cell[] => {
    const { catalyst, product, conditions, terms } = lines.get(key)!
    const row = rowNumber(preamble, i)
    const at = (term: TermName): string => `${columnLetter(columnOfTerm(term))}${row}`
    const values = termColumns.map(([name]) => terms.get(name) ?? null)
    return [
      catalyst ?? '', String(conditions.run ?? ''), String(conditions.replicate ?? ''), conditions.cycle ?? null, conditions.potential_V_RHE ?? null, conditions.nitrate_M ?? null, product, ...values,
      amountOf(terms) === undefined ? null : { formula: `(${at('concentration_ug_mL')}*${at('basisFactor')}*${at('dilution')}-${at('blank_ug_mL')})*${at('volume_mL')}*0.000001/${at('molarMass_g_mol')}`, value: amountOf(terms)! }
    ]
  })
  const sheet: Sheet = {
    name: RUNS, preamble, rows, frozen: 2,
    columns: [
      ...identity.map((header) => ({ header, unit: header === 'E vs RHE' ? 'V' : header === 'nitrate' ? 'M' : '', width: header === 'run' ? 22 : header === 'catalyst' ? 14 : 10 })),
      ...termColumns.map(([, header, unit, format]) => ({ header, unit, width: 14, ...(format === undefined ? {} : { format }) })), { header: 'amount n', unit: 'mol', width: 14, format: '0.000E+00' }
    ]
  }
  return {
    sheet,
    addressOf(key, term) {
      const i = placeOf.get(key)
      const known = term === 'amount' ? amountOf(lines.get(key)?.terms ?? new Map()) : lines.get(key)?.terms.get(term)
      return i === undefined || known === undefined ? undefined : `${RUNS}!$${columnLetter(columnOfTerm(term))}$${rowNumber(preamble, i)}`
    }
  }
}

function amountOf(terms: ReadonlyMap<TermName, number>): number | undefined {
  const needed = ['concentration_ug_mL', 'basisFactor', 'dilution', 'blank_ug_mL', 'volume_mL', 'molarMass_g_mol'] as const
  const [c, k, d, blank, volume, mass] = needed.map((name) => terms.get(name))
  return [c, k, d, blank, volume, mass].includes(undefined) ? undefined : ((c! * k! * d! - blank!) * volume! * 1e-6) / mass!
}
