import type { Column } from '../../measurement'
import type { DosBlock } from './dosBlock'

export const states = 'states/eV'

export function totalColumns({ columns }: DosBlock, ispin: 1 | 2): Column[] {
  const names = ispin === 1 ? ['total DOS', 'integrated DOS'] : ['total DOS up', 'total DOS down', 'integrated DOS up', 'integrated DOS down']
  return columns.map((values, i): Column => {
    if (i === 0) return { name: 'energy', quantity: 'energy', unit: 'eV', values }
    const name = names[i - 1]!
    return name.startsWith('total') ? { name, quantity: 'dos', unit: states, values } : { name, quantity: 'other', unit: 'states', values }
  })
}
