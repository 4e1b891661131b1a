import { describe, expect, it } from 'vitest'
import { checkCase, instrumentCases } from './instrumentCorpus'

const cases = instrumentCases('princeton')

describe.skipIf(cases.length === 0)('real Princeton files', () => {
  it.each(cases.map((one) => [one.file, one] as const))('%s', (file, one) => {
    const isPar = file.endsWith('.par')
    const [eis] = checkCase(one, isPar ? 'versa-studio' : 'parstat-text', (summary, name) => summary.columns.find((column) => column.name === name))
    expect(eis).toMatchObject({ technique: 'EIS', complete: true, warnings: [] })
    if (isPar) expect(eis).toMatchObject({ startedAt: '2018-07-19T09:40:30', segments: [], header: { area_cm2: 1 } })
    else expect(eis!.segments.map(({ kind, start, end }) => [kind, start, end])).toEqual([['step', 0, 781], ['spectrum', 781, 812]])
  })
})
