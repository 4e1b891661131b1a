import { describe, expect, it } from 'vitest'
import { checkCase, instrumentCases } from './instrumentCorpus'

const cases = instrumentCases('zplot')

describe.skipIf(cases.length === 0)('real ZPlot files', () => {
  it.each(cases.map((one) => [one.file, one] as const))('%s', (file, one) => {
    const [eis] = checkCase(one, 'zplot', (summary, name) => summary.columns.find((column) => column.name === name))
    expect(eis).toMatchObject({ technique: 'EIS', complete: true, segments: [] })
    expect(eis!.warnings).toEqual(file === 'exampleDataZPlot.z' ? ['The file announces 56 points but holds 21: it was stopped early or shortened afterwards.'] : [])
    expect(eis!.facts.some(({ name }) => name === 'proven')).toBe(false)
  })
})
