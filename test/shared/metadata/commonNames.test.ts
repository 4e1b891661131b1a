import { describe, expect, it } from 'vitest'
import { defaultCatalysts } from '../../../src/shared/catalystColours'
import { parseName } from '../../../src/shared/metadata/parseName'

const fields = (name: string, catalysts: readonly string[] = defaultCatalysts) => parseName(name, catalysts).fields
const tags = (name: string) => parseName(name, defaultCatalysts).tags

describe('a catalyst of several elements', () => {
  it.each(['RuFe-NC_CA.txt', 'Ru-Fe-NC_CA.txt', 'Ru_Fe_NC_CA.txt', 'Ru Fe NC CA.txt', 'Ru_Fe-NC_CA.txt', 'RuFe NC CA.txt', 'Ru_Fe_CA.txt', 'ru_fe_nc_ca.txt', 'RuFe_N_C_CA.txt'])('%s is RuFe-NC', (name) => expect(fields(name).catalyst).toBe('RuFe-NC'))
  it('in small letters, too', () => expect(fields('ru_co_ca.txt').catalyst).toBe('RuCo-NC'))
  it.each(['Ru_Mo-NC_CA.txt', 'Ru Mo NC CA.txt', 'RuMo_NC_CA.txt', 'Ru_Mo_CA.txt', 'Mo_Ru-NC_CA.txt', 'Fe_NC_CA.txt', 'Ru_Fe_Mo_CA.txt', 'ru_mo_ca.txt', 'Ru_V-NC.txt'])('%s names none, not a part of it', (name) => {
    expect(fields(name).catalyst).toBeUndefined()
    expect(tags(name).join(' ')).toMatch(/ru|fe/i)
  })
  it.each([
    ['Ru_CA_-0.3V.txt', 'Ru-NC'], ['Ru_NC_CA.txt', 'Ru-NC'], ['NC_CA.txt', 'NC'], ['RuFe_Ar_CV.txt', 'RuFe-NC'], ['RuFe_Zn_battery.txt', 'RuFe-NC'], ['Zn_NO3_RuFe.txt', 'RuFe-NC'], ['RuFe_XPS_Fe 2p.txt', 'RuFe-NC'],
    ['RuFe_Fe2p.txt', 'RuFe-NC'], ['RuFe_Fe K-edge.txt', 'RuFe-NC'], ['Ni foam_RuFe-NC_CA.txt', 'RuFe-NC'], ['RuFe-NC_1.txt', 'RuFe-NC'], ['RuFe_IR_-0.3V.dpt', 'RuFe-NC'], ['RuFe_-0.9V vs Ag_RuFe-NC.txt', 'RuFe-NC']
  ])('%s still names %s', (name, catalyst) => expect(fields(name).catalyst).toBe(catalyst))
  it('is the project\'s whole name before a part of it, but not with a number behind it', () => {
    const known = ['RuFe-NC', 'RuFe-NC new', 'RuFe-NC-2']
    expect(fields('RuFe-NC new_CA.txt', known).catalyst).toBe('RuFe-NC new')
    expect(fields('RuFe-NC_2_CA.txt', known).catalyst).toBe('RuFe-NC')
    expect(fields('RuFe-NC-2_CA.txt', known).catalyst).toBe('RuFe-NC-2')
  })
  it('is the same however its ü is made of characters', () => {
    expect(fields('Müller-NC_CA_-0.3V.txt'.normalize('NFD'), ['Müller-NC']).catalyst).toBe('Müller-NC')
    expect(tags('Prüfung.txt'.normalize('NFD'))).toEqual(['Prüfung'.normalize('NFC')])
  })
})

describe('numbers and the words that they belong to', () => {
  it.each([
    ['RuFe-NC CA -0.3V rep 1.txt', { replicate: '1' }], ['RuFe-NC CA -0.3V run 2.txt', { replicate: '2' }], ['RuFe_CA_run3.txt', { replicate: '3' }], ['RuFe_CA_#2.txt', { replicate: '2' }], ['RuFe_CA_r02.txt', { replicate: '2' }],
    ['RuFe_CA_-0.3V_r2(1).txt', { replicate: '2', potential_V: -0.3 }], ['RuFe_CA_平行2.txt', { replicate: '2' }],
    ['RuFe CA cycle 3.txt', { cycle: 3 }], ['RuFe UV 4 h.csv', { time_h: 4 }], ['RuFe UV 30 min.csv', { time_h: 0.5 }], ['RuFe UV 1 h 30 min.csv', { time_h: 1.5 }], ['RuFe UV 1h30min.csv', { time_h: 1.5 }], ['RuFe pH 14.txt', { pH: 14 }],
    ['RuFe LSV 0.1 M NO3.txt', { nitrate_M: 0.1 }],
    ['NH3 std 1,2 ppm.csv', { analyte: 'NH3', role: 'standard', concentration_ug_mL: 1.2 }], ['NH3 std 1.2ppm.csv', { role: 'standard', concentration_ug_mL: 1.2 }], ['NH3_std1,2ppm.csv', { role: 'standard', concentration_ug_mL: 1.2 }], ['NH3 standard 500 ppb.csv', { role: 'standard', concentration_ug_mL: 0.5 }]
  ])('%s', (name, expected) => expect(fields(name)).toMatchObject(expected))
  it.each(['RuFe-LSV-无硝酸盐.txt', 'RuFe_LSV_不含硝酸.txt', 'RuFe_LSV_ohne_Nitrat.txt', 'RuFe LSV ohne Nitrat.txt', 'RuFe_LSV_kein_NO3.txt', 'RuFe_LSV_nitratfrei.txt'])('%s has no nitrate', (name) => expect(fields(name)).toMatchObject({ role: 'noNO3', nitrate_M: 0, catalyst: 'RuFe-NC' }))
  it.each([
    ['2024-05-03_RuFe_14-30.txt', ['2024-05-03', '14-30']], ['RuFe_20240503.txt', ['20240503']], ['RuFe run 20240503.txt', ['run', '20240503']], ['RuFe_S2-0.3.txt', ['S2-0.3']], ['RuFe S 2.txt', ['S', '2']], ['RuFe 2 S.txt', ['2', 'S']],
    ['RuFe_copy (2).txt', ['copy', '2']], ['RuFe_batch 7.txt', ['batch', '7']], ['RuFe 5 ppm.txt', ['5 ppm']], ['RuFe_硝酸盐还原.txt', ['硝酸盐还原']], ['RuFe_AgCl.txt', ['AgCl']], ['RuFe vs RuCo2.txt', ['vs', 'RuCo2']], ['RuFe_m2.txt', ['m2']]
  ])('%s states nothing more', (name, left) => {
    expect(fields(name)).toEqual({ catalyst: 'RuFe-NC' })
    expect(tags(name)).toEqual(left)
  })
})
