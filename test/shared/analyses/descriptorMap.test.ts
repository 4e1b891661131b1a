import { describe, expect, it } from 'vitest'
import { descriptorMap } from '../../../src/shared/analyses/descriptorMap'
import { correlationP } from '../../../src/shared/analyses/descriptorMap/correlationP'
import type { Outcome, Result } from '../../../src/shared/analyses/analysis'
import { huang2026Results } from '../../../src/shared/reference/huang2026'

const paper = (metric: string): Outcome[] => huang2026Results.filter((result) => result.metric === metric && result.catalyst !== null).map((result) => ({ catalyst: result.catalyst, results: [result] } as unknown as Outcome))
const run = (upstream: Record<string, Outcome[]>) => descriptorMap.compute({ catalyst: null, entries: [], common: [], defaults: { fields: {}, referencePotentials: {} } }, null,
  { x: 'd-band centre (DFT)', y: 'onset' }, { load: () => { throw new Error('no file is needed') }, derive: () => { throw new Error('no file is needed') }, upstream: () => undefined, upstreamAll: (id) => upstream[id] ?? [] })
const value = (results: readonly Result[], metric: string): Result => results.find((result) => result.metric === metric)!

describe('descriptor map', () => {
  it('gives the correlation of the paper\u2019s onsets with its d-band centres', () => {
    const { results, figures } = run({ 'd-band-pdos': paper('d_band_centre_dft'), 'linear-sweep': paper('onset') })
    expect(value(results, 'correlation_spearman')).toMatchObject({ value: expect.closeTo(0.9, 12), n: 5, conditions: { x: 'd_band_centre_dft', y: 'onset' } })
    expect(value(results, 'correlation_pearson').value).toBeCloseTo(0.9034740622846845, 9)
    expect(figures[0]).toMatchObject({ kind: 'xy', id: 'descriptor-map' })
    const edges = figures[0]?.kind === 'xy' ? figures[0].series.filter(({ family }) => family === '95 % band') : []
    const line = figures[0]?.kind === 'xy' ? figures[0].series.find(({ name }) => name === 'line') : undefined
    expect(edges.map(({ name }) => name), 'both look the same').toEqual(['95 % band, upper', '95 % band, lower'])
    expect(edges[0]!.y.map((y, i) => (y + edges[1]!.y[i]!) / 2), 'the line is between them').toEqual(line!.y.map((y) => expect.closeTo(y, 10)))
  })
  it('shows what is left without each catalyst (scipy 1.17.1: spearmanr, pearsonr)', () => {
    const { figures } = run({ 'd-band-pdos': paper('d_band_centre_dft'), 'linear-sweep': paper('onset') })
    expect(figures[1]).toMatchObject({ kind: 'table', id: 'leave-one-out', rows: expect.arrayContaining([
      ['none', '0.90', '0.90', '5'],
      ['RuFe-NC', '1.00', '0.89', '4'],
      ['RuCo-NC', '0.80', '0.89', '4'],
      ['RuNi-NC', '1.00', '0.90', '4'],
      ['RuCu-NC', '0.80', '0.99', '4'],
      ['Ru-NC', '0.80', '0.97', '4']
    ]) })
  })
  it('does not state what so few catalysts do not carry', () => {
    const { findings } = run({ 'd-band-pdos': paper('d_band_centre_dft'), 'linear-sweep': paper('onset') })
    // ρ = 0.9 of five: 10 of 120 orders are as good, p = 0.083.
    expect(findings[0]!.message.text).toMatch(/5 catalysts do not carry a statement .*p = 0\.083/)
  })
  it('counts orders exactly, and follows Student\u2019s t for Pearson', () => {
    expect(correlationP.spearman([1, 2, 3, 4, 5], [1, 2, 3, 4, 5])).toBeCloseTo(2 / 120, 12)
    expect(correlationP.spearman([1, 2, 3], [1, 2, 3])).toBeCloseTo(2 / 6, 12)
    // Tables: r = 0.878 is the 5 % point for n = 5, r = 0.632 for n = 10.
    expect(correlationP.pearson(0.8783, 5)).toBeCloseTo(0.05, 3)
    expect(correlationP.pearson(0.6319, 10)).toBeCloseTo(0.05, 3)
  })
  it('does not rank centres that were computed over different windows', () => {
    const centres = paper('d_band_centre_dft').map((outcome, i) => ({ ...outcome, trace: { settings: { window: i === 0 ? 'up to E_F' : 'whole range' } } } as unknown as Outcome))
    const { results, figures, findings } = run({ 'd-band-pdos': centres, 'linear-sweep': paper('onset') })
    expect([results, figures]).toEqual([[], []])
    expect(findings[0]!.message.text).toContain('different settings for different catalysts (window)')
  })
  it('leaves out a catalyst that has two values, names both files, and takes the one that is chosen', () => {
    const centres = paper('d_band_centre_dft').map((outcome) => outcome.catalyst !== 'RuNi-NC' ? outcome : { ...outcome, results: [-2.156, -4.314].map((value, i) => ({ ...outcome.results[0]!, value, conditions: { file: `${'ab'[i]}/DOSCAR` } })) } as unknown as Outcome)
    const { results, needs } = run({ 'd-band-pdos': centres, 'linear-sweep': paper('onset') })
    expect(value(results, 'correlation_spearman')).toMatchObject({ n: 4, method: expect.not.stringContaining('RuNi') })
    expect(needs.map(({ message }) => message.text)).toEqual(['one d-band centre (DFT) of RuNi-NC, as it has several (\u22122.156 eV a/DOSCAR; \u22124.314 eV b/DOSCAR): choose on its card, or leave the other files out'])
  })
  it('takes onsets in the concentration of nitrate that most catalysts have, and says so', () => {
    const onsets = paper('onset').map((outcome) => ({ ...outcome, results: [...(outcome.catalyst === 'Ru-NC' ? [{ ...outcome.results[0]!, value: 9, conditions: { nitrate_M: 0.5 } }] : []), { ...outcome.results[0]!, conditions: { nitrate_M: 0.1 } }] } as unknown as Outcome))
    const { results, needs, findings } = run({ 'd-band-pdos': paper('d_band_centre_dft'), 'linear-sweep': onsets })
    expect([value(results, 'correlation_spearman').value, needs]).toEqual([expect.closeTo(0.9, 12), []])
    expect(findings.map(({ message }) => message.text)).toContain('Onset vs RHE is that for 0.1 M NO₃⁻, which most catalysts have, where one has several.')
  })
  it('says nothing of two catalysts', () => {
    expect(run({ 'd-band-pdos': paper('d_band_centre_dft').slice(0, 2), 'linear-sweep': paper('onset') }).results).toEqual([])
  })
})
