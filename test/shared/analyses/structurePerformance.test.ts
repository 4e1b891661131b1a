import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../../src/shared/analyses/analysis'
import { structurePerformance } from '../../../src/shared/analyses/structurePerformance'
import { statedTrends } from '../../../src/shared/analyses/structurePerformance/statedTrend'
import { huang2026Results } from '../../../src/shared/reference/huang2026'
import { texts } from './project'

const paper = (metric: string): Outcome[] => huang2026Results.filter((result) => result.metric === metric && result.catalyst !== null).map((result) => ({ catalyst: result.catalyst, results: [result] } as unknown as Outcome))
const upstream: Record<string, Outcome[]> = { 'd-band-pdos': paper('d_band_centre_dft'), 'linear-sweep': paper('onset') }
const run = (trends: string, given = upstream) => structurePerformance.compute({ catalyst: null, entries: [], common: [], defaults: { fields: {}, referencePotentials: {} } }, null,
  { trends }, { load: () => { throw new Error('no file is needed') }, derive: () => { throw new Error('no file is needed') }, upstream: () => undefined, upstreamAll: (id) => given[id] ?? [] })

describe('mechanism beside performance', () => {
  it('shows both for every catalyst, and every pair with its n and p', () => {
    const [numbers, pairs] = run('').figures
    expect(numbers).toMatchObject({ kind: 'table', rows: [['ε_d (DFT) (eV)', ...Array.from({ length: 5 }, () => expect.stringMatching(/^−2\.\d+$/))], ['Onset vs RHE (V)', ...Array.from({ length: 5 }, () => expect.any(String))]] })
    expect(pairs).toMatchObject({ kind: 'table', title: 'Spearman ρ of each pair, n = 5', rows: [['ε_d (DFT)', '0.90 (p 0.083)']] })
    expect(texts(run('').findings)[0]).toMatch(/^0 of 1 pairs .* about 0\.1 would/)
  })
  it('computes again what the notes state', () => {
    // The paper's own sentence, and its order of onsets.
    expect(texts(run('onset follows d-band centre (DFT)').findings)[1]).toBe('"onset follows d-band centre (DFT)" has the right sign, but 5 catalysts do not carry it: Spearman 0.90 (p = 0.083).')
    expect(texts(run('onset opposes d-band centre (DFT)').findings)[1]).toContain('the opposite or nothing')
    expect(texts(run('onset: RuCo-NC > RuFe-NC > RuNi-NC > RuCu-NC > Ru-NC').findings)[1]).toContain('holds: RuCo-NC ')
    expect(texts(run('d-band centre (DFT): RuCo-NC > RuFe-NC > RuNi-NC').findings)[1]).toContain('but RuNi-NC ≥ RuFe-NC')
    expect(texts(run('onset: RuCo-NC > Pt').findings)[1]).toBe('"onset: RuCo-NC > Pt": there is no Onset vs RHE of Pt.')
  })
  it('leaves numbers of different settings out of the pairs, and says which they are', () => {
    const centres = upstream['d-band-pdos']!.map((outcome, i) => ({ ...outcome, trace: { settings: { window: i === 0 ? 'up to E_F' : 'whole range' } } } as unknown as Outcome))
    const { figures } = run('', { ...upstream, 'd-band-pdos': centres })
    expect(figures).toHaveLength(1)
    expect(figures[0]).toMatchObject({ rows: [[expect.stringMatching(/\*$/), ...Array.from({ length: 5 }, () => expect.any(String))], expect.anything()] })
  })
  it('understands potentials, and says what it does not', () => {
    expect(statedTrends('FE at −0.3 V vs RHE: A > B\nbest yield: A > B > C')).toMatchObject([{ kind: 'order', order: ['A', 'B'], potential_V_RHE: -0.3, of: { metric: 'fe_nh3' } }, { kind: 'order', potential_V_RHE: null, of: { metric: 'yield_nh3_mass' } }])
    expect(statedTrends('A is best; onset: A; onset: A > ; speed follows onset').map(({ kind }) => kind)).toEqual(Array.from({ length: 4 }, () => 'unreadable'))
    expect(texts(run('A is best').findings)[1]).toContain('"A is best" is no trend that can be computed')
  })
})
