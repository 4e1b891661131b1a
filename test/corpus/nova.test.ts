import { describe, expect, it } from 'vitest'
import { checkCase, instrumentCases } from './instrumentCorpus'

const cases = instrumentCases('autolab')

describe.skipIf(cases.length === 0)('real NOVA exports', () => {
  it.each(cases.map((one) => [one.file, one] as const))('%s', (file, one) => {
    const [cv] = checkCase(one, 'nova-text', (summary, name) => summary.columns.find((column) => column.name === name))
    expect(cv).toMatchObject({ technique: 'CV', complete: true, warnings: [] })
    expect(cv!.columns.find(({ quantity }) => quantity === 'potential')?.name).toBe('WE(1).Potential')
    expect(cv!.segments.filter(({ kind }) => kind === 'cycle').map(({ label }) => label)).toEqual(file.startsWith('File021')
      ? ['scan 1', 'scan 2', 'scan 3'] : ['scan 3'])
    expect(cv!.segments.filter(({ kind }) => kind === 'sweep').length).toBeGreaterThan(1)
  })
})
