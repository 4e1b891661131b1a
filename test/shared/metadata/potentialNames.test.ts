import { describe, expect, it } from 'vitest'
import { defaultCatalysts } from '../../../src/shared/catalystColours'
import { parseName } from '../../../src/shared/metadata/parseName'
import { resolveEntry } from '../../../src/shared/metadata/resolveEntry'
import { setPotentialScaleOf } from '../../../src/shared/electrochemistry/potentialScale'

const read = (name: string) => parseName(name, defaultCatalysts)
const potential = (name: string): unknown[] => [read(name).fields.potential_V, read(name).fields.reference]

describe('a potential and the electrode that it is against', () => {
  it.each([
    ['RuFe-NC_CA_-0.9 V vs SCE.txt', -0.9, 'SCE'],
    ['RuFe-NC_CA_-0.9 V vs Ag-AgCl.txt', -0.9, 'Ag/AgCl'],
    ['RuFe-NC_CA_-0.9_V_vs_SCE.txt', -0.9, 'SCE'],
    ['RuFe-NC_CA_-0.9V_vs_Ag_AgCl.txt', -0.9, 'Ag/AgCl'],
    ['RuFe-NC CA -0.9V vs. Ag AgCl.txt', -0.9, 'Ag/AgCl'],
    ['RuFe-NC CA -0.9 V vs. Ag AgCl r2.txt', -0.9, 'Ag/AgCl'],
    ['RuFe-NC_CA_-0.9V_Hg_HgO.txt', -0.9, 'Hg/HgO'],
    ['RuFe-NC_CA_-0.9V-Hg_HgO.txt', -0.9, 'Hg/HgO'],
    ['RuFe-NC_CA_-0.9V_sat.AgAgCl.txt', -0.9, 'Ag/AgCl sat.'],
    ['-0.9V_sat.AgAgCl', -0.9, 'Ag/AgCl sat.'],
    ['RuFe-NC_CA_-0.3V_vs_MMO.txt', -0.3, 'Hg/HgO'],
    ['RuFe-NC_CA_-0.9V-Ag_AgCl.txt', -0.9, 'Ag/AgCl'],
    ['RuFe-NC_CA_-0.9V-AgAgCl3M.txt', -0.9, 'Ag/AgCl 3 M'],
    ['RuFe-NC CA -0.9V vs Ag AgCl (3,5 M KCl).txt', -0.9, 'Ag/AgCl 3.5 M KCl'],
    ['RuFe-NC_CA_-0.9V_AgCl.txt', -0.9, 'Ag/AgCl'],
    ['RuFe-NC--0.9V_vs_SCE.txt', -0.9, 'SCE'],
    ['RuFe-NC_-0.9V_r2_vs_SCE.txt', -0.9, 'SCE'],
    ['RuFe-NC_-0.9V_CA_SCE.txt', -0.9, 'SCE'],
    ['RuFe-NC_AgAgCl_CA_-0.3V_RHE.txt', -0.3, 'RHE'],
    ['RuFe-NC CA -0.3 V (vs. RHE).txt', -0.3, 'RHE'],
    ['RuFe-NC_CA_-0.3V(RHE).txt', -0.3, 'RHE'],
    ['RuFe-NC_CA_-0.3V@RHE.txt', -0.3, 'RHE'],
    ['RuFe-NC_CA_-0.3V.txt', -0.3, 'RHE'],
    // A molarity of its own is that of the electrolyte.
    ['RuFe-NC_CA_-0.9V_AgAgCl_1M_KOH.txt', -0.9, 'Ag/AgCl'],
    ['RuFe-NC_CA_-0.9V_HgHgO_1M_KOH.txt', -0.9, 'Hg/HgO'],
    // AgCl that stands elsewhere is a salt.
    ['RuFe-NC_AgCl_CA_-0.3V.txt', -0.3, 'RHE'],
    // What cannot be read is kept as it is written, or left open: never RHE.
    ['RuFe-NC_CA_-0.9V vs Pt.txt', -0.9, 'Pt'],
    ['RuFe-NC_CA_-0.9VvsFc.txt', -0.9, 'Fc'],
    ['RuFe-NC_CA_-0.9V vs Ref.txt', -0.9, undefined],
    ['RuFe-NC_CA_-0.9V vs.txt', -0.9, undefined],
    ['RuFe-NC_CA_-0.9V_sat_KOH.txt', -0.9, undefined],
    ['RuFe-NC_CA_-0.9V_r2_AgCl.txt', -0.9, undefined]
  ])('%s', (name, volts, reference) => expect(potential(name)).toEqual([volts, reference]))

  it('is no other statement of the name', () => {
    expect(read('RuFe CA -0.3 V vs noNO3.txt').fields).toEqual({ catalyst: 'RuFe-NC', technique: 'CA', potential_V: -0.3, role: 'noNO3', nitrate_M: 0 })
    expect(read('RuFe_-0.3V vs RuCo.txt').fields).toEqual({ potential_V: -0.3 })
  })

  it('is asked for by the name that was written, or taken from where it is stated', () => {
    const needsOf = (fileName: string, header: { reference?: string } = {}, pH = 14): string[] => {
      const { fields } = resolveEntry({ catalysts: defaultCatalysts, defaults: { pH }, edit: {}, rows: [], fileName, title: '', folderNames: [], header })
      const scale = setPotentialScaleOf(fields, { fields: { pH }, referencePotentials: {} })
      return 'needs' in scale ? scale.needs.map(({ message }) => message.text) : [`${scale.toRhe(-0.9).toFixed(3)} V`]
    }
    expect(needsOf('CA_-0.9V vs Pt.txt')).toEqual(['potential vs SHE of the reference electrode Pt, which is not in the table of Settings'])
    expect(needsOf('CA_-0.9V vs Ref.txt')).toEqual(['reference electrode'])
    expect(needsOf('CA_-0.9V vs Ref.txt', { reference: 'SCE' })).toEqual(['0.169 V'])
    expect(needsOf('CA_-0.9V_vs_MMO.txt')).toEqual(['0.068 V'])
    expect(needsOf('CA_-0.9V_AgAgCl3.5M.txt')).toEqual(['potential vs SHE of the reference electrode Ag/AgCl 3.5 M, which is not in the table of Settings'])
  })
})

describe('a potential and its sign', () => {
  it.each([
    ['RuFe_CA_n0p5V.txt', -0.5], ['RuFe_CA_n300mV.txt', -0.3], ['RuFe_CA_－0.3V.txt', -0.3], ['RuFe_CA_－０．３Ｖ.txt', -0.3], ['RuFe_CA-0.3V.txt', -0.3], ['RuFe_i-t-0.3V_r2.txt', -0.3],
    ['RuFe-NC-CA--0.3V-r2.txt', -0.3], ['RuFe_CA_-0.3V(2).txt', -0.3]
  ])('%s', (name, volts) => {
    expect(potential(name)).toEqual([volts, 'RHE'])
    expect(read(name).fields.technique).toBe('CA')
  })
  it.each([
    'RuFe-NC-CA-0.3V-r2.txt', 'RuFe CA - 0.3 V.txt', 'RuFe_CA_S2-0.3.txt', 'RuFe_CA_S2-0.3V.txt', 'RuFe_N2_V2.txt', 'RuFe N2 V.txt', 'RuFe_OCV-1.4V.txt', '2024-05-03_RuFe.txt', '20240503 RuFe V3.txt', '03.05.2024_RuFe.txt', 'RuFe_-0.3.txt',
    'RuFe_CV_50mV_s.txt', 'RuFe_CV_50 mV s-1.txt'
  ])('%s states none', (name) => expect(potential(name)).toEqual([undefined, undefined]))
})

describe('a scan rate', () => {
  it.each([
    ['RuFe_CV_50mV_s.txt', 50], ['RuFe_CV_50 mV s-1.txt', 50], ['RuFe_CV_50_mV_s-1.txt', 50], ['RuFe CV 50 mVs.txt', 50], ['RuFe CV 50 mV per s.txt', 50], ['RuFe_CV-50mV_s.txt', 50], ['RuFe_CV_0.05_V_s-1.txt', 50], ['RuFe_LSV_5mVs-1.txt', 5]
  ])('%s', (name, rate) => expect(read(name).fields).toMatchObject({ scanRate_mV_s: rate, catalyst: 'RuFe-NC' }))
  it.each([['RuFe_CA_0.3V_S-1.txt', 0.3], ['RuFe_CA_-300mV_s.txt', -0.3], ['RuFe_CA_-0.3V_s-1.txt', -0.3]])('%s states none: a rate has no sign, and a sample may be called S-1', (name, volts) => {
    expect(read(name).fields.scanRate_mV_s).toBeUndefined()
    expect(potential(name)).toEqual([volts, 'RHE'])
  })
})
