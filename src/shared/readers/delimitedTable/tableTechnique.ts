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

/** Quantities that only one technique has beside each other; where the name of the first must say more, `named` does. */
const pairs: readonly { readonly technique: Technique; readonly quantities: readonly QuantityKind[]; readonly named?: RegExp }[] = [
  { technique: 'UVVIS', quantities: ['wavelength', 'absorbance'] },
  { technique: 'EIS', quantities: ['frequency', 'z_real', 'z_imag'] },
  { technique: 'RAMAN', quantities: ['wavenumber', 'intensity'], named: /raman/i },
  { technique: 'IR', quantities: ['wavenumber', 'absorbance'] },
  { technique: 'XRD', quantities: ['two_theta', 'intensity'] },
  { technique: 'XPS', quantities: ['binding_energy', 'intensity'] },
  { technique: 'EPR', quantities: ['field', 'intensity'] }
]

/** What a table certainly is by its columns; else TABLE. A potential that moves is no chronoamperometry, nor is an impedance or the table of a battery tester. */
export function tableTechnique(columns: readonly Column[]): Technique {
  const of = (quantity: QuantityKind): Column | undefined => columns.find((column) => column.quantity === quantity)
  const pair = pairs.find(({ quantities, named }) => quantities.every(of) && (named?.test(of(quantities[0]!)!.name) ?? true))
  if (pair) return pair.technique
  const potential = of('potential')
  const limit = potential && /^mv/i.test(potential.unit) ? 5 : 0.005
  const isSteady = !potential || extent(potential) <= limit
  if (columns.some(({ name }) => ofTester.test(name.trim()))) return 'TABLE'
  if (of('time') && of('current') && isSteady && !of('frequency') && !of('z_real')) return 'CA'
  return 'TABLE'
}

/** Words that are clear only beside others: 'f', 'real' and 'imaginary' of an impedance. */
const ofImpedance: readonly { readonly quantity: QuantityKind; readonly word: RegExp }[] = [
  { quantity: 'frequency', word: /^f( ?\(hz\)| ?\/ ?hz)?$/i },
  { quantity: 'z_real', word: /^re(al)?( ?part)?$/i },
  { quantity: 'z_imag', word: /^-?im(ag(inary)?)?( ?part)?$/i }
]

/** The columns of an impedance, of which some are named clearly and the others in its short words; one that the user `chose` is what he says. */
export function withImpedance(columns: readonly Column[], chosen: { readonly has: (index: number) => boolean }): readonly Column[] {
  const candidates = ofImpedance.map(({ quantity, word }) => {
    const clear = columns.filter((column) => column.quantity === quantity)
    return { quantity, isClear: clear.length > 0, found: clear.length > 0 ? clear : columns.filter(({ quantity: own, labels, name }, index) => own === 'other' && !labels && !chosen.has(index) && word.test(name.trim())) }
  })
  if (!candidates.every(({ found }) => found.length === 1) || !candidates.some(({ isClear }) => isClear)) return columns
  return columns.map((column) => ({ ...column, quantity: candidates.find(({ found }) => found[0] === column)?.quantity ?? column.quantity }))
}
