import type { Column } from '../../measurement'
import type { QuantityKind } from '../../quantity'

export interface NamedColumn { readonly name: string; readonly unit: string; readonly quantity: QuantityKind }

/** Columns in the file's order; of several of a kind the first carries the quantity, the others are 'other'. */
export function namedColumns(names: readonly NamedColumn[],
  table: { readonly columns: readonly Float64Array[]; readonly labels: readonly (readonly string[] | undefined)[] }): Column[] {
  const seen = new Set<QuantityKind>()
  return names.map(({ name, unit, quantity }, i): Column => {
    const labels = table.labels[i]
    const isFirst = quantity !== 'other' && !labels && !seen.has(quantity)
    if (isFirst) seen.add(quantity)
    return { name, unit, quantity: isFirst ? quantity : 'other', values: table.columns[i]!, ...(labels ? { labels } : {}) }
  })
}
