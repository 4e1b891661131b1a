import type { FieldKey } from '../../shared/metadata/fields'
import type { StoredRow } from '../store/sheetRows'

const ofSolution: readonly FieldKey[] = ['absorbance', 'concentration_ug_mL']

/** Of the rows that name one file, those whose reading is lost behind that of an earlier row: a file has one reading of its solution and one of H2. */
export function secondReadings<Row extends StoredRow>(rows: readonly Row[]): Row[] {
  return rows.length < 2 ? [] : [...new Set([...lostBehindFirst(rows, ofSolution, ['analyte', 'dilution']), ...lostBehindFirst(rows, ['h2_ppm'], [])])]
}

function lostBehindFirst<Row extends StoredRow>(rows: readonly Row[], reading: readonly FieldKey[], saysWhich: readonly FieldKey[]): Row[] {
  const [first, ...others] = rows.filter(({ fields }) => reading.some((key) => fields[key] !== undefined))
  return others.filter((row) => [...reading, ...saysWhich].some((key) => row.fields[key] !== first!.fields[key]))
}
