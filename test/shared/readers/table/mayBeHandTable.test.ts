import { describe, expect, it } from 'vitest'
import { recognise } from '../../../../src/shared/readers'

const claimOf = (name: string, text: string): string | undefined => {
  const bytes = new TextEncoder().encode(text)
  return recognise({ name, bytes, size: bytes.length })[0]?.reader.id
}
const numbers = 'step,value\n1,0.5\n2,0.6\n3,0.7\n'

describe('a table that its name announces', () => {
  it.each([
    ['samples.csv', 'catalyst,part,name,value,unit\nRuFe-NC,precursor,Ru,1.2,mg\n', 'sample-record'], ['our literature.tsv', 'Catalyst\tDOI\tFE (%)\nRu\t10.1/x\t90\n', 'literature-table'],
    ['energies.csv', 'species;G (eV)\n*;0\n*NO3;-0.5\n', 'energy-table']
  ])('%s is that table', (name, text, reader) => expect(claimOf(name, text)).toBe(reader))
  it.each([
    ['bootstrap_samples.csv', 'cycle,capacity\n1,0.5\n2,0.6\n3,0.7\n'], ['literature.csv', 't,E,j\n1,0.5,1\n2,0.6,1\n3,0.7,2\n'], ['free energies.csv', 'time,counts\n1,0.5\n2,0.6\n3,0.7\n'], ['samples.csv', numbers.replace('step,value', 'x,value')]
  ])('%s is any other table where no line names its columns', (name, text) => expect(claimOf(name, text)).toBe('delimited-table'))
})
