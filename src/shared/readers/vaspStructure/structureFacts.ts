import type { FactPair } from '../vaspRun/runFacts'
import { angleBetween, lengthOf, volumeOf } from './cell'
import { elementsOf, type StructureHead } from './structureHead'

/** What tells two structures apart. `nions` must already be checked against the bytes. */
export function structureFacts(head: StructureHead): FactPair[] {
  const [a, b, c] = head.lattice
  const volume = volumeOf(head.lattice)
  const elements = elementsOf(head)
  return [
    ['nions', head.nions],
    ...(elements ? [['elements', elements.join(' ')] as FactPair] : []),
    ['volume_A3', volume],
    ['volumePerAtom_A3', volume / head.nions],
    ['a_A', lengthOf(a)],
    ['b_A', lengthOf(b)],
    ['c_A', lengthOf(c)],
    ['alpha_deg', angleBetween(b, c)],
    ['beta_deg', angleBetween(a, c)],
    ['gamma_deg', angleBetween(a, b)]
  ]
}
