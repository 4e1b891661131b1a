import { describe, expect, it } from 'vitest'
import { checkCase, instrumentCases } from './instrumentCorpus'

const cases = instrumentCases('ivium')

describe.skipIf(cases.length === 0)('real Ivium files', () => {
  it.each(cases.map((one) => [one.file, one] as const))('%s', (_file, one) => {
    const [eis] = checkCase(one, 'ivium', (summary, name) => summary.columns.find((column) => column.name === name))
    expect(eis).toMatchObject({ technique: 'EIS', complete: true, warnings: [], startedAt: '2022-12-12T17:18:49', segments: [] })
    expect(eis!.settings).toContainEqual({ name: 'Method', value: 'Impedance' })
    expect(eis!.facts).toContainEqual({ name: 'notRead', value: 'osc_data' })
  })
})
