import type { Technique } from '../measurement'
import type { QuantityKind } from '../quantity'

const pairs: readonly { readonly quantities: readonly QuantityKind[]; readonly techniques: readonly Technique[] }[] = [
  { quantities: ['potential', 'current'], techniques: ['LSV', 'CV', 'TAFEL'] },
  { quantities: ['time', 'current'], techniques: ['CA'] },
  { quantities: ['time', 'potential'], techniques: ['CP', 'OCV'] },
  { quantities: ['time', 'potential', 'current'], techniques: ['GCPL'] },
  { quantities: ['wavenumber', 'intensity'], techniques: ['RAMAN', 'IR'] }
]

/** The techniques that a table of such columns can be of: the columns alone do not tell which, its user does. */
export const techniquesOfColumns = (columns: readonly { readonly quantity: QuantityKind }[]): readonly Technique[] =>
  pairs.filter(({ quantities }) => quantities.every((quantity) => columns.some((column) => column.quantity === quantity))).flatMap(({ techniques }) => techniques)
