import { expect, it } from 'vitest'
import { techniqueNamed } from '../../../src/shared/metadata/techniqueName'
import { techniquesOfColumns } from '../../../src/shared/metadata/techniquesOfColumns'
import type { QuantityKind } from '../../../src/shared/quantity'

it.each<[readonly QuantityKind[], readonly string[]]>([
  [['potential', 'current'], ['LSV', 'CV', 'TAFEL']], [['time', 'current', 'other'], ['CA']], [['time', 'potential'], ['CP', 'OCV']],
  [['current', 'potential', 'time'], ['LSV', 'CV', 'TAFEL', 'CA', 'CP', 'OCV', 'GCPL']], [['wavenumber', 'intensity'], ['RAMAN', 'IR']], [['other', 'current'], []]
])('columns of %j can be of %j, and each is a word that the field understands', (quantities, techniques) => {
  const offered = techniquesOfColumns(quantities.map((quantity) => ({ quantity })))
  expect(offered).toEqual(techniques)
  expect(offered.map(techniqueNamed)).toEqual(techniques)
})
