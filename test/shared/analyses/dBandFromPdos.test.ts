import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { analyses } from '../../../src/shared/analyses'
import { bandMoments, upperBandEdge_eV } from '../../../src/shared/analyses/dBandFromPdos/bandMoments'
import { column, measurement, project, texts } from './project'

const grid = Array.from({ length: 3001 }, (_, i) => -10 + (i * 15) / 3000)
const gauss = grid.map((E) => Math.exp(-0.5 * ((E + 2.166) / 1.4) ** 2))

describe('d band', () => {
  it('gives the worked example', () => {
    const whole = bandMoments(grid, gauss)
    expect(whole.centre_eV / -2.1660010537995027 - 1).toBeCloseTo(0, 9)
    expect(bandMoments(grid, gauss, -Infinity, 0).centre_eV / -2.345704402899349 - 1).toBeCloseTo(0, 7)
    expect(whole.width_eV).toBeCloseTo(1.4, 3)
    expect(whole.filling / 0.9390855449023735 - 1).toBeCloseTo(0, 7)
  })
  it('shifts with the energies and does not change with the height', () => {
    fc.assert(fc.property(fc.double({ min: -2, max: 2, noNaN: true }), fc.double({ min: 0.1, max: 50, noNaN: true }), (shift, height) => {
      const moments = bandMoments(grid.map((E) => E + shift), gauss.map((rho) => height * rho))
      expect(moments.centre_eV).toBeCloseTo(bandMoments(grid, gauss).centre_eV + shift, 9)
      expect(moments.width_eV).toBeCloseTo(bandMoments(grid, gauss).width_eV, 9)
    }), { numRuns: 20 })
  })
  it('puts the upper edge of a box at its upper end', () => {
    const E = Array.from({ length: 801 }, (_, i) => -8 + i * 0.02)
    expect(upperBandEdge_eV(E, E.map((e) => (e > -5 && e < -1 ? 1 : 0)))).toBeCloseTo(-1, 1)
  })
  it('sums five orbitals, both spins, all atoms, relative to E_F', () => {
    const orbitals = ['dxy', 'dyz', 'dz2', 'dxz', 'dx2-y2'].flatMap((d) => [`atom 1 ${d} up`, `atom 2 ${d} down`])
    const measured = measurement('DOS', [
      column('energy', 'eV', grid.map((E) => E + 3.5), 'energy'), ...orbitals.map((name) => column('dos', 'states/eV', gauss, name)), column('dos', 'states/eV', grid.map(() => 5), 'atom 1 s up'), column('dos', 'states/eV', grid.map(() => 5), 'total DOS up')
    ], { facts: [{ name: 'fermiEnergy_eV', value: 3.5 }] })
    const out = project([{ path: 'DOSCAR', fields: { catalyst: 'RuFe-NC' }, measured }], analyses).of('d-band-pdos', 'RuFe-NC')
    expect(out.results.find((r) => r.metric === 'd_band_centre_dft')?.value).toBeCloseTo(-2.1660010537995027, 9)
    expect(out.figures[0]).toMatchObject({ kind: 'xy', id: 'pdos' })
    const cut = project([{ path: 'DOSCAR', fields: { catalyst: 'RuFe-NC' }, measured }], analyses, { settings: { window: 'up to E_F' } }).of('d-band-pdos', 'RuFe-NC')
    expect(cut.results.find((r) => r.metric === 'd_band_centre_dft')?.value).toBeCloseTo(-2.345704402899349, 6)
  })
  it('of two files names both, and is that of the one that is chosen', () => {
    const file = (path: string, shift: number) => ({ path, fields: { catalyst: 'RuFe-NC' }, measured: measurement('DOS', [column('energy', 'eV', grid.map((E) => E + shift)), column('dos', 'states/eV', gauss, 'atom 1 d')], { facts: [{ name: 'fermiEnergy_eV', value: 0 }] }) })
    const run = (settings: Record<string, string>) => project([file('slab/DOSCAR', 0), file('bulk/DOSCAR', 1)], analyses, { settings }).of('d-band-pdos', 'RuFe-NC')
    const centres = (out: ReturnType<typeof run>) => out.results.filter(({ metric }) => metric === 'd_band_centre_dft').map(({ value, conditions }) => [Number(value.toFixed(3)), conditions.file])
    expect([centres(run({})), run({}).choices]).toEqual([[[-2.166, 'slab/DOSCAR'], [-1.166, 'bulk/DOSCAR']], { file: ['every file', 'slab/DOSCAR', 'bulk/DOSCAR'] }])
    expect(centres(run({ file: 'bulk/DOSCAR' }))).toEqual([[-1.166, 'bulk/DOSCAR']])
    expect(centres(run({ file: 'gone/DOSCAR' }))).toHaveLength(2)
  })
  it('asks for LORBIT = 11 where there are no d states', () => {
    const measured = measurement('DOS', [column('energy', 'eV', grid), column('dos', 'states/eV', gauss, 'total DOS')], { facts: [{ name: 'fermiEnergy_eV', value: 0 }] })
    expect(texts(project([{ path: 'DOSCAR', fields: { catalyst: 'RuFe-NC' }, measured }], analyses).of('d-band-pdos', 'RuFe-NC').needs).join()).toContain('LORBIT = 11')
  })
  it('keeps the spins apart, and weighs them by what is filled', () => {
    const up = grid.map((E) => Math.exp(-0.5 * ((E + 3) / 1) ** 2))
    const down = grid.map((E) => Math.exp(-0.5 * ((E + 1) / 1) ** 2))
    const measured = measurement('DOS', [column('energy', 'eV', grid, 'energy'), ...(['up', 'down'] as const).map((spin) => column('dos', 'states/eV', spin === 'up' ? up : down, `atom 1 d ${spin}`))], { facts: [{ name: 'fermiEnergy_eV', value: 0 }] })
    const of = (settings = {}) => project([{ path: 'DOSCAR', fields: { catalyst: 'RuFe-NC' }, measured }], analyses, { settings }).of('d-band-pdos', 'RuFe-NC')
    const number = (metric: string, settings = {}): number => of(settings).results.find((result) => result.metric === metric)!.value
    expect([number('d_band_centre_up_dft'), number('d_band_centre_down_dft'), number('d_band_centre_dft')]).toEqual([expect.closeTo(-3, 3), expect.closeTo(-1, 3), expect.closeTo(-2, 3)])
    // Filled shares Φ(3) and Φ(1) of the two Gaussians.
    const [f, g] = [0.998650102, 0.841344746]
    const expected = (-3 * f - g) / (f + g) - (2 * (f - g)) / (f + g)
    expect(number('d_band_centre_effective_dft')).toBeCloseTo(expected, 2)
    expect(number('d_band_centre_dft', { spin: 'effective' })).toBeCloseTo(expected, 2)
    expect(number('d_band_centre_dft', { spin: 'down' })).toBeCloseTo(-1, 3)
    expect(number('d_band_kurtosis_dft', { spin: 'up' })).toBeCloseTo(3, 2)
    const curves = of().figures[0]!
    expect(curves.kind === 'xy' && curves.series.map(({ name }) => name)).toEqual(['d states', 'spin up', 'spin down (below)'])
  })
  it('takes atoms by element, and never all for a slip', () => {
    const measured = measurement('DOS', [column('energy', 'eV', grid, 'energy'), column('dos', 'states/eV', gauss, 'atom 1 d'), column('dos', 'states/eV', grid.map((E) => Math.exp(-0.5 * (E + 4) ** 2)), 'atom 2 d')],
      { facts: [{ name: 'fermiEnergy_eV', value: 0 }, { name: 'elements', value: 'Ru Fe' }] })
    const of = (settings: Record<string, string>) => project([{ path: 'DOSCAR', fields: { catalyst: 'RuFe-NC' }, measured }], analyses, { settings }).of('d-band-pdos', 'RuFe-NC')
    expect(of({ atoms: 'Fe' }).results[0]?.value).toBeCloseTo(-4, 3)
    expect(of({ atoms: 'Ru' }).results[0]?.method).toContain('atom(s) 1,')
    expect(of({ atoms: 'rU' }).results).toEqual([])
    expect(texts(of({ atoms: 'rU' }).findings)).toEqual([expect.stringContaining('"rU" is neither the number of an atom nor an element')])
    expect(texts(of({ spin: 'up' }).findings)).toEqual([expect.stringContaining('has no spins')])
    expect(texts(of({ orbital: 'dxy' }).needs)).toEqual([expect.stringContaining('the chosen ones have none')])
  })
  it('says when the grid is too coarse for its quadrature', () => {
    const coarse = Array.from({ length: 41 }, (_, i) => -10 + (i * 15) / 40)
    const measured = measurement('DOS', [column('energy', 'eV', coarse, 'energy'), column('dos', 'states/eV', coarse.map((E) => Math.exp(-0.5 * ((E + 2) / 0.2) ** 2)), 'atom 1 d')], { facts: [{ name: 'fermiEnergy_eV', value: 0 }] })
    expect(texts(project([{ path: 'DOSCAR', fields: { catalyst: 'NC' }, measured }], analyses).of('d-band-pdos', 'NC').findings).join()).toContain('raise NEDOS')
  })
  it('tells calculations of one file name apart by their folders', () => {
    const measured = measurement('DOS', [column('energy', 'eV', grid, 'energy'), column('dos', 'states/eV', gauss, 'atom 1 d')], { facts: [{ name: 'fermiEnergy_eV', value: 0 }] })
    const { results } = project(['slab', 'slab_NO3'].map((folder) => ({ path: `lab/RuFe-NC/${folder}/DOSCAR`, fields: { catalyst: 'RuFe-NC' }, measured })), analyses).of('d-band-pdos', 'RuFe-NC')
    expect(results.filter(({ metric }) => metric === 'd_band_centre_dft').map(({ conditions }) => conditions.file)).toEqual(['slab/DOSCAR', 'slab_NO3/DOSCAR'])
  })
})
