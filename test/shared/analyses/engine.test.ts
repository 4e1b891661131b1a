import { describe, expect, it } from 'vitest'
import { defineAnalysis, type Analysis, type Outcome } from '../../../src/shared/analyses/analysis'
import { NotNow, runAnalyses, type EngineInput } from '../../../src/shared/analyses/engine'
import type { Entry } from '../../../src/shared/project'

const entry = (id: string, catalyst: string | null, revision = 'r1'): Entry => ({
  id, measurement: null, fileId: id, path: `${id}.txt`, tags: [], content: '1', revision,
  fields: catalyst === null ? {} : { catalyst: { value: catalyst, origin: 'edit', where: 'test' } }
})
const about = { equation: 'N', source: 'test', assumes: [] }
const counting = (id: string, scope: Analysis['scope'], after: readonly string[] = []): Analysis =>
  defineAnalysis({
    id, version: 1, title: id, tab: 'performance', scope, metrics: ['charge'], about, settings: [{ key: 'factor', label: 'factor', default: 1 }], after,
    collect: (view) => (view.entries.length === 0 ? null : { entries: view.entries.map((e) => e.id), plan: null }),
    compute: (view, _plan, settings) => ({
      results: [{ catalyst: view.catalyst, metric: 'charge', value: view.entries.length * Number(settings.factor), u: null, unit: 'C', conditions: {}, method: 'count', inputs: view.entries.map((e) => e.id) }],
      figures: [], needs: [], findings: []
    })
  })

const registry = [counting('all', 'project'), counting('one', 'catalyst'), counting('two', 'catalyst', ['one']), counting('compare', 'comparison', ['two'])]

function run(entries: readonly Entry[], before: readonly Outcome[] = [], change: Partial<EngineInput> = {}) {
  return runAnalyses({
    analyses: registry, entries, catalysts: ['A', 'B'], defaults: { fields: {}, referencePotentials: {} }, overrides: () => new Map(), appVersion: 'test',
    load: () => { throw new Error('nothing to load') }, digest: (text) => text,
    stored: (id, catalyst) => before.find((o) => o.analysis === id && o.catalyst === catalyst), ...change
  })
}
const names = (outcomes: readonly Outcome[]): string[] => outcomes.map((o) => `${o.analysis}:${o.catalyst ?? '*'}`)

describe('runAnalyses', () => {
  const entries = [entry('a1', 'A'), entry('a2', 'A'), entry('b1', 'B')]
  const first = run(entries)

  it('computes everything once and nothing the second time', () => {
    expect(names(first.computed)).toEqual(['all:*', 'one:A', 'one:B', 'two:A', 'two:B', 'compare:*'])
    expect(run(entries, first.outcomes).computed).toEqual([])
  })
  it('recomputes only what depends on a changed entry', () => {
    const changed = [entry('a1', 'A', 'r2'), ...entries.slice(1)]
    expect(names(run(changed, first.outcomes).computed)).toEqual(['all:*', 'one:A', 'two:A', 'compare:*'])
  })
  it('recomputes what follows from a changed setting', () => {
    const second = run(entries, first.outcomes, { overrides: (id) => new Map(id === 'two' ? [['factor', 3]] : []) })
    expect(names(second.computed)).toEqual(['two:A', 'two:B', 'compare:*'])
    expect(second.outcomes.find((o) => o.analysis === 'two' && o.catalyst === 'A')?.results[0]?.value).toBe(6)
  })
  it('recomputes what may follow from a changed default, though no entry states it', () => {
    const area = (area_cm2: number): Partial<EngineInput> => ({ defaults: { fields: { area_cm2 }, referencePotentials: {} } })
    const before = run(entries, first.outcomes, area(0.5))
    expect(before.computed).toHaveLength(first.outcomes.length)
    expect(run(entries, before.outcomes, area(0.5)).computed).toEqual([])
    expect(run(entries, before.outcomes, area(0.2)).computed).toHaveLength(first.outcomes.length)
  })
  it('turns a failing analysis into a finding and goes on with the others', () => {
    const failing = defineAnalysis({ ...counting('broken', 'catalyst'), compute: () => { throw new RangeError('charge must be positive') } })
    const output = run(entries, [], { analyses: [failing, ...registry] })
    expect(output.outcomes.find((o) => o.analysis === 'broken')?.findings[0]?.message.text).toContain('charge must be positive')
    expect(output.outcomes.filter((o) => o.state === 'result')).toHaveLength(6)
  })
  it('computes again what failed, and what builds on it, though nothing else has changed', () => {
    let isBroken = true
    const once = defineAnalysis({ ...counting('one', 'catalyst'), compute: (view, plan, settings, context) => {
      if (isBroken) throw new RangeError('damaged')
      return registry[1]!.compute(view, plan, settings, context)
    } })
    const analyses = registry.map((analysis) => (analysis.id === 'one' ? once : analysis))
    const failed = run(entries, [], { analyses })
    isBroken = false
    const stored = (id: string, catalyst: string | null): Outcome | undefined => failed.outcomes.find((o) => o.analysis === id && o.catalyst === catalyst)
    for (const change of [{}, { unchanged: stored }]) {
      const mended = run(entries, failed.outcomes, { analyses, ...change })
      expect(names(mended.computed)).toEqual(['one:A', 'one:B', 'two:A', 'two:B', 'compare:*'])
      expect(mended.outcomes.flatMap((o) => o.findings)).toEqual([])
    }
  })
  it('concludes nothing from numbers that cannot be had now: the run ends', () => {
    const loading = defineAnalysis({ ...counting('loading', 'catalyst'), compute: (_view, _plan, _settings, { load }) => { load('a1'); return { results: [], figures: [], needs: [], findings: [] } } })
    expect(() => run(entries, [], { analyses: [loading], load: () => { throw new NotNow('disk I/O error') } })).toThrow(NotNow)
  })
})
