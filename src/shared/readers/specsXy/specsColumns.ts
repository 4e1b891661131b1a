import type { Column, Segment } from '../../measurement'
import type { QuantityKind } from '../../quantity'
import type { ScannedTable } from '../text/scanTable'
import { bindingEnergyName } from '../vamas/vamasColumns'

export interface SpecsCurve {
  /** Cycle, curve, scan. */
  readonly place: readonly number[]
  readonly labels: readonly string[]
  readonly table: ScannedTable
  /** Text behind the rows that is no data. */
  readonly left: string
}

const placeNames = ['Cycle', 'Curve', 'Scan'] as const

function axisQuantity(axis: string): QuantityKind {
  if (/binding/i.test(axis)) return 'binding_energy'
  return /kinetic/i.test(axis) ? 'energy' : 'other'
}

/** One curve as it is; several one below the other with the cycle, curve or scan that tells them apart. */
export function specsColumns(curves: readonly SpecsCurve[], axis: string, source_eV: number): { columns: Column[]; segments: Segment[] } {
  if (curves.length === 0) return { columns: [], segments: [] }
  const width = curves.reduce((most, { table }) => Math.max(most, table.columns.length), 0)
  const total = curves.reduce((sum, { table }) => sum + table.rows, 0)
  const starts: number[] = []
  let at = 0
  for (const { table } of curves) {
    starts.push(at)
    at += table.rows
  }
  const joined = Array.from({ length: width }, (_, c) => {
    const values = new Float64Array(total).fill(NaN)
    curves.forEach(({ table }, i) => values.set(table.columns[c] ?? [], starts[i]))
    return values
  })
  const quantity = axisQuantity(axis)
  const columns = joined.map((values, c): Column => {
    const label = curves[0]!.labels[c] ?? `column ${c + 1}`
    if (c === 0) return { name: axis, quantity, unit: 'eV', values }
    return { name: label, quantity: c === 1 ? 'intensity' : 'other', unit: c === 1 ? label : '', values }
  })
  if (quantity === 'energy' && source_eV > 0) {
    columns.push({ name: bindingEnergyName, quantity: 'binding_energy', unit: 'eV', values: joined[0]!.map((energy) => source_eV - energy) })
  }
  if (curves.length === 1) return { columns, segments: [] }
  const varying = placeNames.flatMap((_, k) => (curves.some(({ place }) => place[k] !== curves[0]!.place[k]) ? [k] : []))
  const coordinates = varying.map((k): Column => {
    const values = new Float64Array(total)
    curves.forEach(({ place }, i) => values.fill(place[k] ?? NaN, starts[i], starts[i + 1] ?? total))
    return { name: placeNames[k]!, quantity: 'other', unit: '', values }
  })
  const segments = curves.map(({ place }, i): Segment => ({
    kind: 'spectrum', start: starts[i]!, end: starts[i + 1] ?? total, label: varying.map((k) => `${placeNames[k]!} ${place[k] ?? '?'}`).join(', ')
      || `curve ${i + 1}`
  }))
  return { columns: [...coordinates, ...columns], segments }
}
