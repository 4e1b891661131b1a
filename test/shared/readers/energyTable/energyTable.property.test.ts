import fc from 'fast-check'
import { expect, it } from 'vitest'
import { energyTable } from '../../../../src/shared/readers/energyTable/energyTable'
import { extensionOf, mayBeThousand, tableBytes, tableStyle, typedNumber, words } from '../tableWriter'

const state = fc.record({ catalyst: words, species: words, e: fc.option(typedNumber), zpe: fc.option(typedNumber), ts: fc.option(typedNumber), electrons: fc.option(fc.integer({ min: -1, max: 9 })) })
const orders = [['catalyst', 'species', 'E (eV)', 'ZPE (eV)', 'TS (eV)', 'electrons'], ['electrons', 'TS (eV)', 'species', 'E (eV)', 'catalyst', 'ZPE (eV)']] as const

it('reads back what a spreadsheet program writes, in any order of columns, or names the cell that could be two numbers', () => {
  fc.assert(fc.property(fc.array(state, { minLength: 1, maxLength: 12 }), tableStyle, fc.constantFrom(...orders), (states, style, order) => {
    const cells = states.map((one) => order.map((header) => ({ catalyst: one.catalyst, species: one.species, 'E (eV)': one.e, 'ZPE (eV)': one.zpe, 'TS (eV)': one.ts, electrons: one.electrons })[header]))
    const { measurements: [table], problems = [] } = energyTable.read({ name: `energies.${extensionOf(style)}`, bytes: tableBytes([order, ...cells], style) })
    expect(table!.columns.map(({ name, unit }) => (unit === '' ? name : `${name} (${unit})`))).toEqual(order)
    order.forEach((header, k) => {
      const { values, labels } = table!.columns[k]!
      cells.forEach((row, i) => {
        const cell = row[k]!
        if (labels) return expect(labels[values[i]!]).toBe(cell ?? '')
        const isAsked = problems.some(({ row: at, column }) => at === i + 2 && column === 'ABCDEF'[k])
        expect(isAsked, `${header} of row ${i + 2}`).toBe(isAsked && typeof cell === 'number' && mayBeThousand(cell) && style.kind === 'text' && style.decimal === ',')
        expect(values[i]).toBe(isAsked ? NaN : (cell ?? NaN))
        return undefined
      })
    })
  }), { numRuns: 200 })
})
