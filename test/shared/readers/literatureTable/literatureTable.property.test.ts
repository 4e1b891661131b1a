import fc from 'fast-check'
import { expect, it } from 'vitest'
import { literatureTable } from '../../../../src/shared/readers/literatureTable/literatureTable'
import { extensionOf, mayBeThousand, tableBytes, tableStyle, typedNumber, words } from '../tableWriter'

const row = fc.record({ catalyst: words, source: words, fe: fc.option(typedNumber), yield: fc.option(typedNumber), potential: fc.option(typedNumber), electrolyte: fc.option(words) })

it('reads back what a spreadsheet program writes, number by number, or names the cell that could be two numbers', () => {
  fc.assert(fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), tableStyle, (rows, style) => {
    const header = ['catalyst', 'FE (%)', 'yield (mg/h/mgcat)', 'potential (V vs RHE)', 'electrolyte', 'DOI']
    const bytes = tableBytes([header, ...rows.map((one) => [one.catalyst, one.fe, one.yield, one.potential, one.electrolyte, one.source])], style)
    const { measurements: [table], problems = [] } = literatureTable.read({ name: `literature.${extensionOf(style)}`, bytes })
    const column = (name: string): { values: Float64Array; labels?: readonly string[] } => table!.columns.find((one) => one.name === name)!
    const texts = (name: string): string[] => [...column(name).values].map((at) => column(name).labels![at]!)
    expect(texts('catalyst')).toEqual(rows.map(({ catalyst }) => catalyst))
    expect(texts('source')).toEqual(rows.map(({ source }) => source))
    expect(texts('electrolyte')).toEqual(rows.map(({ electrolyte }) => electrolyte ?? ''))
    expect(column('yield')).toMatchObject({ unit: 'mg/h/mgcat' })
    for (const [name, letter, wanted] of [['FE', 'B', rows.map(({ fe }) => fe)], ['yield', 'C', rows.map((one) => one.yield)], ['potential', 'D', rows.map(({ potential }) => potential)]] as const) {
      wanted.forEach((value, i) => {
        const isAsked = problems.some(({ row: at, column: where }) => at === i + 2 && where === letter)
        expect(isAsked, `${name} of row ${i + 2}`).toBe(isAsked && value !== null && mayBeThousand(value) && style.kind === 'text' && style.decimal === ',')
        expect(column(name).values[i]).toBe(isAsked ? NaN : (value ?? NaN))
      })
    }
  }), { numRuns: 200 })
})
