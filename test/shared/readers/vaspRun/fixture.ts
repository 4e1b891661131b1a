import type { Fixture } from '../fixture'
import { vaspRunText } from './vaspRunText'

export const fixtures: readonly Fixture[] = [
  { reader: 'vasp-run', name: 'vasprun.xml', bytes: new TextEncoder().encode(vaspRunText({ nedos: 31 })) },
  { reader: 'vasp-run', name: 'relax.vasprun.xml', bytes: new TextEncoder().encode(vaspRunText({ withDos: false, ionicSteps: 4 })) }
]
