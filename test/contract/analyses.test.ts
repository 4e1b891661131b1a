import { describe, expect, it } from 'vitest'
import { analyses } from '../../src/shared/analyses'
import { project } from '../shared/analyses/project'

describe.each(analyses.map((analysis) => [analysis.id, analysis] as const))('%s', (_id, analysis) => {
  it('says how it computes', () => {
    expect(analysis.about.equation.length).toBeGreaterThan(3)
    expect(analysis.about.source.length).toBeGreaterThan(3)
    expect(analysis.about.assumes.length).toBeGreaterThan(0)
    for (const setting of analysis.settings) expect(setting.label).not.toBe('')
    for (const setting of analysis.settings) if (setting.options) expect(setting.options).toContain(setting.default)
  })
  it('has nothing to say about an empty project, and says it in plain data', () => {
    const { outcomes } = project([{ fields: { catalyst: 'RuFe-NC', note: 'empty' } }], analyses)
    const own = outcomes.filter((outcome) => outcome.analysis === analysis.id)
    expect(own.length).toBeGreaterThan(0)
    for (const outcome of own) {
      expect(outcome.results).toEqual([])
      expect(outcome.state).not.toBe('result')
      expect(structuredClone(outcome)).toEqual(outcome)
    }
  })
})
