import type { Fixture } from '../fixture'
import { gridText, valueAt } from './gridText'

export const fixtures: readonly Fixture[] = [
  { reader: 'vasp-grid', name: 'LOCPOT', bytes: new TextEncoder().encode(gridText()) },
  { reader: 'vasp-grid', name: 'CHGCAR', bytes: new TextEncoder().encode(gridText({ grids: [valueAt, (x) => x / 100], augmentation: true })) },
  { reader: 'vasp-grid', name: 'CHG', bytes: new TextEncoder().encode(gridText({ perLine: 10 })) }
]
