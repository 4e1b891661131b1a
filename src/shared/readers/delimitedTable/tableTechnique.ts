import type { Column, Technique } from '../../measurement'
import type { QuantityKind } from '../../quantity'

const extent = ({ values }: Column): number => {
  let min = Infinity
  let max = -Infinity
  for (const value of values) {
    if (value < min) min = value
    if (value > max) max = value
  }
  return max - min
}

/** Columns that only a battery tester has. */
const ofTester = /^(cycle|step)[ _-]?(index|no\.?|number|id)?$|^(dis)?charge[ _-]?capacity\b/i

/** What a table certainly is by its columns; else TABLE. A potential that moves is no chronoamperometry, nor is an impedance or the table of a battery tester. */
export function tableTechnique(columns: readonly Column[]): Technique {
  const of = (quantity: QuantityKind): Column | undefined => columns.find((column) => column.quantity === quantity)
  if (of('wavelength') && of('absorbance')) return 'UVVIS'
  const potential = of('potential')
  const limit = potential && /^mv/i.test(potential.unit) ? 5 : 0.005
  const isSteady = !potential || extent(potential) <= limit
  if (columns.some(({ name }) => ofTester.test(name.trim()))) return 'TABLE'
  if (of('time') && of('current') && isSteady && !of('frequency') && !of('z_real')) return 'CA'
  return 'TABLE'
}
