import type { Fixture } from '../fixture'
import { structureText } from './structureText'

export const fixtures: readonly Fixture[] = [
  { reader: 'vasp-structure', name: 'POSCAR', bytes: new TextEncoder().encode(structureText()) },
  { reader: 'vasp-structure', name: 'CONTCAR', bytes: new TextEncoder().encode(structureText({ selective: true, velocities: true })) }
]
