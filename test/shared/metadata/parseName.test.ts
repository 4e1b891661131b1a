import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { defaultCatalysts } from '../../../src/shared/catalystColours'
import { parseName } from '../../../src/shared/metadata/parseName'

const facts = (name: string) => parseName(name, defaultCatalysts).fields
const tags = (name: string) => parseName(name, defaultCatalysts).tags

describe('file and folder names', () => {
  it.each([
    ['RuFe-NC_CA_-0.3V_r2.txt', { catalyst: 'RuFe-NC', technique: 'CA', potential_V: -0.3, reference: 'RHE', replicate: '2' }],
    ['rufenc_it_m0.3V_rep3.txt', { catalyst: 'RuFe-NC', technique: 'CA', potential_V: -0.3, reference: 'RHE', replicate: '3' }],
    ['CA -300mV RuCo.mpt', { catalyst: 'RuCo-NC', technique: 'CA', potential_V: -0.3, reference: 'RHE' }],
    ['RuNi_LSV_noNO3.DTA', { catalyst: 'RuNi-NC', technique: 'LSV', role: 'noNO3', nitrate_M: 0 }],
    ['Ru-NC_CV_50mVs.txt', { catalyst: 'Ru-NC', technique: 'CV', scanRate_mV_s: 50 }],
    ['NC_UVVIS_NH3_std1.2ppm.csv', { catalyst: 'NC', technique: 'UVVIS', analyte: 'NH3', role: 'standard', concentration_ug_mL: 1.2 }],
    ['RuCu_CA_-0,5V_cycle3.txt', { catalyst: 'RuCu-NC', technique: 'CA', potential_V: -0.5, reference: 'RHE', cycle: 3 }],
    ['RuFe_CA_-0.9V-AgAgCl.txt', { catalyst: 'RuFe-NC', technique: 'CA', potential_V: -0.9, reference: 'Ag/AgCl' }],
    ['UV_NO3_t4h.csv', { technique: 'UVVIS', analyte: 'NO3', time_h: 4 }],
    ['NO2_blank_30min.csv', { analyte: 'NO2', role: 'blank', time_h: 0.5 }],
    ['RuFe-NC', { catalyst: 'RuFe-NC' }]
  ])('%s', (name, expected) => expect(facts(name)).toEqual(expected))

  it('keeps what it does not know as tags and never fails', () => {
    expect(tags('RuFe-NC_batch7_LSV_final.txt')).toEqual(['batch7', 'final'])
    fc.assert(fc.property(fc.string(), (name) => { parseName(name, defaultCatalysts) }))
  })
  it('knows a series that the project brings', () => {
    expect(parseName('PdCu-NC_LSV.txt', ['PdCu-NC']).fields.catalyst).toBe('PdCu-NC')
    expect(facts('PdCu-NC_LSV.txt').catalyst).toBeUndefined()
  })
})
