import type { Fixture } from '../fixture'
import { outcarText } from './outcarText'

export const fixtures: readonly Fixture[] = [
  { reader: 'vasp-outcar', name: 'OUTCAR', bytes: new TextEncoder().encode(outcarText()) },
  { reader: 'vasp-outcar', name: 'vib.OUTCAR', bytes: new TextEncoder().encode(outcarText({ ibrion: 5, wavenumbers: [3400, 1600, 850, 120, -45] })) }
]
