import type { Axis } from '@shared/figure'
import type { ColumnSummary, MeasurementSummary } from '@shared/measurement'
import type { QuantityKind } from '@shared/quantity'

const pairs: readonly (readonly [QuantityKind, QuantityKind])[] = [
  ['z_real', 'z_imag'], ['wavelength', 'absorbance'], ['time', 'current'], ['potential', 'current'], ['time', 'potential'], ['energy', 'dos'], ['wavenumber', 'intensity'], ['binding_energy', 'intensity'], ['two_theta', 'intensity']
]

export interface EntryAxes {
  /** Places of the two columns. */
  readonly columns: readonly [x: number, y: number]
  readonly x: Axis
  readonly y: Axis
}

/** What a dataset is first looked at by: the pair of columns its quantities suggest, else the first two of numbers. null for fewer. */
export function entryAxes({ technique, columns }: MeasurementSummary): EntryAxes | null {
  const numeric = columns.flatMap((column, place) => (typeof column.first !== 'string' && column.rows > 1 ? [place] : []))
  // A sweep is looked at against its potential, an electrolysis against time.
  const order = technique === 'LSV' || technique === 'CV' ? [pairs[3]!, ...pairs] : pairs
  const find = (quantity: QuantityKind): number | undefined => numeric.find((place) => columns[place]!.quantity === quantity)
  const found = order.map(([x, y]) => [find(x), find(y)] as const).find(([x, y]) => x !== undefined && y !== undefined)
  const [x, y] = found ?? [numeric[0], numeric[1]]
  return x === undefined || y === undefined ? null : { columns: [x, y], x: axisOf(columns[x]!), y: axisOf(columns[y]!) }
}

const axisOf = ({ name, unit }: ColumnSummary): Axis => ({ title: unit !== '' && name.endsWith(`/${unit}`) ? name.slice(0, -unit.length - 1) : name, unit })
