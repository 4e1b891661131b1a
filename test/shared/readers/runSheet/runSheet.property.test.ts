import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fieldDefinitions, type FieldDefinition } from '../../../../src/shared/metadata/fields'
import { runSheet } from '../../../../src/shared/readers/runSheet/runSheet'
import { runSheetTemplateHeaders } from '../../../../src/shared/readers/runSheet/headerField'
import { extensionOf, mayBeThousand, tableBytes, tableStyle, typedNumber, words, type Cell } from '../tableWriter'

/** A number that its field may hold. */
const positive = typedNumber.filter((value) => value !== 0).map(Math.abs)
const possible: Readonly<Record<string, fc.Arbitrary<number>>> = {
  ...Object.fromEntries(['area_cm2', 'volume_mL', 'dilution', 'znMass_mg', 'flow_mL_min', 'loading_mg_cm2', 'mass_mg', 'time_h', 'ru_ohm', 'waitTime_min', 'wavelength_nm'].map((key) => [key, positive])),
  potential_V: fc.integer({ min: -9999, max: 9999 }).map((mV) => mV / 1000), nitrate_M: fc.integer({ min: 0, max: 15_000 }).map((mM) => mM / 1000),
  temperature_C: fc.integer({ min: -600, max: 2500 }).map((tenths) => tenths / 10), ...Object.fromEntries(['pH', 'pHAfter', 'samplePH'].map((key) => [key, fc.integer({ min: -20, max: 160 }).map((tenths) => tenths / 10)])), irFraction: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100)
}
const cellFor = ({ key, kind }: FieldDefinition): fc.Arbitrary<Cell> => fc.option<Cell>(kind === 'text' ? words.map((text): Cell => text.replace(/\s+/g, ' ')) : (possible[key] ?? typedNumber) as fc.Arbitrary<Cell>)
/** All columns of the template, some left out, in any order, with a column of the person's own. */
const sheet = fc.shuffledSubarray([...fieldDefinitions] as FieldDefinition[], { minLength: 4 }).chain((definitions) =>
  fc.record({ definitions: fc.constant(definitions), rows: fc.array(fc.tuple(words, ...definitions.map(cellFor)), { minLength: 1, maxLength: 6 }), style: tableStyle }))

it('reads every field of every row back, or names the cell that could be two numbers', () => {
  expect(fieldDefinitions.map(({ header }) => header)).toEqual(runSheetTemplateHeaders)
  fc.assert(fc.property(sheet, ({ definitions, rows, style }) => {
    const bytes = tableBytes([['operator', ...definitions.map(({ header }) => header)], ...rows], style)
    const { rows: read = [], problems = [] } = runSheet.read({ name: `runsheet.${extensionOf(style)}`, bytes })
    expect(read.map(({ row }) => row)).toEqual(rows.map((_, i) => i + 2))
    const asked = new Set(problems.map(({ row, column }) => `${row} ${/^[A-Z]+/.exec(column)?.[0] ?? ''}`))
    let found = 0
    rows.forEach(([operator, ...cells], i) => {
      expect(read[i]!.tags).toEqual([{ name: 'operator', value: operator }])
      const fields: Record<string, unknown> = {}
      definitions.forEach(({ key }, k) => {
        const cell = cells[k] ?? null
        const letter = k + 1 < 26 ? String.fromCharCode(65 + k + 1) : `A${String.fromCharCode(65 + k - 25)}`
        if (asked.has(`${i + 2} ${letter}`)) {
          expect(typeof cell === 'number' && mayBeThousand(cell) && style.kind === 'text' && style.decimal === ',', `${key}: ${String(cell)}`).toBe(true)
          found += 1
        } else if (cell !== null) fields[key] = cell
      })
      expect(read[i]!.fields).toEqual(fields)
    })
    expect(found).toBe(problems.length)
  }), { numRuns: 200 })
})
