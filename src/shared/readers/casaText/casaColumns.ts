import type { Column } from '../../measurement'
import type { QuantityKind } from '../../quantity'
import { numbered } from './componentNames'

const known = new Map<string, { readonly quantity: QuantityKind; readonly unit: string }>([
  ['K.E.', { quantity: 'energy', unit: 'eV' }], ['B.E.', { quantity: 'binding_energy', unit: 'eV' }],
    ['Counts', { quantity: 'intensity', unit: 'counts' }], ['CPS', { quantity: 'other', unit: 'CPS' }]
])

/**
 * The left half is in counts, the right half (from 'B.E.' on) in counts per second, also where the file says so ('Background CPS'); a name that
 * comes again there gets that unit behind it.
 */
export function casaColumns(names: readonly string[], values: readonly Float64Array[]): Column[] {
  const right = names.indexOf('B.E.') < 0 ? names.length : names.indexOf('B.E.')
  const left = names.slice(0, right)
  const unique = [...numbered(left), ...numbered(names.slice(right).map((name) => (left.includes(name.replace(/ CPS$/, '')) ? name.replace(/ CPS$/, '') : name)))]
  return names.flatMap((name, i): Column[] => {
    const cells = values[i]!
    if (name === '' && cells.every(Number.isNaN)) return []
    const own = name === '' ? `column ${i + 1}` : unique[i]!
    const { quantity, unit } = known.get(own) ?? { quantity: 'other', unit: i > right ? 'CPS' : 'counts' }
    return [{ name: i > right && unique.indexOf(own) < right && name !== '' ? `${own} (CPS)` : own, quantity, unit, values: cells }]
  })
}
