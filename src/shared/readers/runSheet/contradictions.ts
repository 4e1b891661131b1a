import type { FieldKey } from '../../metadata/fields'
import type { CellProblem, RunSheetRow } from '../reader'
import type { FieldColumn } from './headerRow'

/** What can have only one value for one recording. */
const single: ReadonlySet<FieldKey> = new Set<FieldKey>([
  'catalyst', 'potential_V', 'reference', 'pH', 'temperature_C', 'electrolyte', 'nitrate_M', 'area_cm2', 'loading_mg_cm2', 'mass_mg', 'volume_mL', 'ru_ohm', 'irFraction', 'scanRate_mV_s', 'pHAfter', 'counterElectrode', 'membrane', 'trap', 'cell', 'normalisation',
  'freshElectrolyte', 'leached'
])
/** Rows that differ in one of these mean different things of one file; those that hold a reading stand for themselves. */
const telling: readonly FieldKey[] = ['file', 'technique', 'run', 'role', 'analyte', 'replicate', 'cycle', 'time_h', 'dilution', 'calibration']
const readings: readonly FieldKey[] = ['absorbance', 'concentration_ug_mL', 'h2_ppm']

/** Two rows of one sheet that state different conditions of one file: the first counts, and the second must not be lost unsaid. */
export function contradictions(rows: readonly RunSheetRow[], columns: readonly FieldColumn[]): CellProblem[] {
  const firstOf = new Map<string, RunSheetRow>()
  return rows.flatMap((row) => {
    const { fields } = row
    if (fields.file === undefined || readings.some((key) => fields[key] !== undefined)) return []
    const key = JSON.stringify(telling.map((name) => fields[name] ?? null))
    const first = firstOf.get(key)
    if (!first) {
      firstOf.set(key, row)
      return []
    }
    return columns.flatMap(({ field, place }): CellProblem[] => {
      const [here, before] = [fields[field.key], first.fields[field.key]]
      if (!single.has(field.key) || here === undefined || before === undefined || here === before) return []
      return [{ row: row.row, column: place, text: `${here} contradicts row ${first.row}, which says ${before} for ${String(fields.file)}; row ${first.row} counts, correct one or delete this row.` }]
    })
  })
}
