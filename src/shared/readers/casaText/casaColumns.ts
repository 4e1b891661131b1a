import type { Column } from '../../measurement'
import type { QuantityKind } from '../../quantity'

const known = new Map<string, { readonly quantity: QuantityKind; readonly unit: string }>([
  ['K.E.', { quantity: 'energy', unit: 'eV' }], ['B.E.', { quantity: 'binding_energy', unit: 'eV' }],
    ['Counts', { quantity: 'intensity', unit: 'counts' }], ['CPS', { quantity: 'other', unit: 'CPS' }]
])

/** The left half is in counts, the right half (from 'B.E.' on) in counts per second; a name that comes again there gets that unit behind it. */
export function casaColumns(names: readonly string[], values: readonly Float64Array[]): Column[] {
  const right = names.indexOf('B.E.')
  const seen = new Set<string>()
  return names.flatMap((name, i): Column[] => {
    const cells = values[i]!
    if (name === '' && cells.every(Number.isNaN)) return []
    const isRight = right >= 0 && i > right
    const own = name === '' ? `column ${i + 1}` : name
    const unique = seen.has(own) ? `${own} (${isRight ? 'CPS' : i + 1})` : own
    seen.add(unique)
    const { quantity, unit } = known.get(unique) ?? { quantity: 'other', unit: isRight ? 'CPS' : 'counts' }
    return [{ name: unique, quantity, unit, values: cells }]
  })
}
