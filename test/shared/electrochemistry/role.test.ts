import { describe, expect, it } from 'vitest'
import { analyteOf, basisOf } from '../../../src/shared/electrochemistry/species'
import { areaOf } from '../../../src/shared/electrochemistry/areaOf'
import { isBattery, isNitrateFree, roleOf } from '../../../src/shared/electrochemistry/role'
import type { Origin } from '../../../src/shared/metadata/fields'
import type { Entry } from '../../../src/shared/project'

const entry = (fields: Partial<Record<string, string | number>>, path = 'a.txt', origin: Origin = 'runSheet'): Entry => ({
  id: 'e', measurement: null, fileId: 'f', path, tags: [], content: '1', revision: '1',
  fields: Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, { value, origin, where: path }]))
})
const none = { fields: {}, referencePotentials: {} }

describe('roles', () => {
  it.each([
    ['standard', 'standard'], ['Std', 'standard'], ['Standards', 'standard'], ['Calibration', 'standard'], ['blank', 'blank'], ['noNO3', 'noNO3'], ['Blindwert', 'blank'], ['Kontrolle', 'control'],
    ['no NO3', 'noNO3'], ['no nitrate', 'noNO3'], ['nitrate-free', 'noNO3'], ['Control', 'control'], ['battery', 'battery'], ['Zn-NO3 battery', 'battery'],
    ['sample', undefined], ['catholyte', undefined]
  ])('%s', (text, role) => expect(roleOf(entry({ role: text }))).toBe(role))
  it('knows a battery by its path, not by a zinc catalyst', () => {
    expect(isBattery(entry({ catalyst: 'RuFe-NC' }, 'Zn-NO3/RuFe-NC_OCV.txt'))).toBe(true)
    expect(isBattery(entry({ catalyst: 'RuFe-NC' }, 'RuFe-NC_Zn_battery_1.txt'))).toBe(true)
    expect(isBattery(entry({ catalyst: 'Zn-NC' }, 'Zn-NC_LSV_0.1M-NO3.txt'))).toBe(false)
    expect(isBattery(entry({ catalyst: 'RuFe-NC' }, 'RuFe-NC_LSV_noNO3.txt'))).toBe(false)
  })
  it('knows the nitrate-free curve', () => {
    expect([{ nitrate_M: 0 }, { role: 'control' }, { nitrate_M: 0.1 }, {}].map((fields) => isNitrateFree(entry(fields)))).toEqual([true, true, false, false])
  })
})

describe('species', () => {
  it.each([['NH3', 'NH3'], ['NH4+', 'NH3'], ['NH₃-N', 'NH3'], ['nitrite', 'NO2'], ['NO2⁻', 'NO2'], ['NO3-', 'NO3'], ['NO3-N', 'NO3'], ['H2', 'H2'], ['CO', undefined], ['constructor', undefined]])(
    'analyte %s', (text, analyte) => expect(analyteOf(text)).toBe(analyte))
  it.each([['NH3', 'NH3'], ['NH4+-N', 'NH4+-N'], ['NH4-N', 'NH4+-N'], ['NH4Cl', 'NH4Cl'], ['NO2-', 'NO2-'], ['NO2⁻', 'NO2-'], ['NO2-N', 'NO2--N'], ['as N', 'N'], ['KNO3', 'KNO3'], ['ppm', undefined]])(
    'basis %s', (text, basis) => expect(basisOf(text)).toBe(basis))
})

describe('electrode area', () => {
  it('is what a person stated, never an instrument placeholder', () => {
    expect(areaOf(entry({ area_cm2: 1 }), none)).toBe(1)
    expect(areaOf(entry({ area_cm2: 0.5 }, 'a.DTA', 'header'), none)).toBe(0.5)
    expect(areaOf(entry({ area_cm2: 1 }, 'a.DTA', 'header'), { ...none, fields: { area_cm2: 0.25 } })).toBe(0.25)
    expect(areaOf(entry({ area_cm2: 0.001 }, 'a.mpt', 'header'), none)).toMatchObject({ field: 'area_cm2', message: { text: expect.stringContaining('placeholder') } })
    expect(areaOf(entry({}), none)).toMatchObject({ message: { text: 'geometric area of the electrode' } })
    expect(areaOf(entry({ area_cm2: -1 }), none)).toMatchObject({ message: { text: expect.stringContaining('above 0') } })
  })
})
