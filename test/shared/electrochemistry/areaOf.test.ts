import { expect, it } from 'vitest'
import { areaOf } from '../../../src/shared/electrochemistry/areaOf'
import type { Entry, ProjectDefaults } from '../../../src/shared/project'

const entry = (area: number, origin: 'header' | 'runSheet'): Entry => ({ id: 'm1', path: '/lab/2026/May/RuFe-NC_LSV.mpt', measurement: {}, fields: { area_cm2: { value: area, origin, where: '' } } }) as unknown as Entry
const defaults = (area_cm2?: number): ProjectDefaults => ({ fields: area_cm2 === undefined ? {} : { area_cm2 }, referencePotentials: {} })

it('takes the placeholder of an instrument for no area, and asks by the name of the file', () => {
  expect(areaOf(entry(0.25, 'header'), defaults(1))).toBe(0.25)
  expect(areaOf(entry(0.001, 'header'), defaults(0.5))).toBe(0.5)
  expect(areaOf(entry(0.001, 'runSheet'), defaults(0.5))).toBe(0.001)
  expect(areaOf(entry(0.001, 'header'), defaults())).toMatchObject({ message: { text: 'geometric area of the electrode of RuFe-NC_LSV.mpt (its header says 0.001 cm², the placeholder of the instrument)' }, entries: ['m1'] })
  expect(areaOf(entry(-1, 'runSheet'), defaults())).toMatchObject({ message: { text: 'a geometric area above 0 cm² for RuFe-NC_LSV.mpt, not -1' } })
})
