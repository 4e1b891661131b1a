import { describe, expect, it } from 'vitest'
import { conditionName, conditionText, tracedConditions } from '../../../src/renderer/outcome/conditionName'

it('of the battery has its unit', () => expect(conditionName('j_mA_cm2')).toEqual({ text: 'j', unit: 'mA/cm2' }))

describe('a condition that is a word', () => {
  it.each([
    ['species', '*NO3', '*NO₃'], ['from', 'NO3-', 'NO₃⁻'], ['to', '1/2 H2', '½H₂'], ['band', '*HNO2', '*HNO₂'], ['band', 'G band', 'G band'],
    ['pathway', 'NO3RR 2', 'NO₃RR 2'], ['line', 'Ru 3p3/2', 'Ru 3p₃/₂'], ['line', 'C 1s', 'C 1s'], ['analyte', 'NO2', 'NO₂⁻'], ['analyte', 'NH3', 'NH₃'], ['basis', 'NO2-', 'NO₂⁻'], ['method', 'RAMAN', 'Raman'], ['run', 'NO2', 'NO2'], ['x', 'd_band_centre', 'd band centre']
  ])('%s %s is printed as %s', (key, value, printed) => {
    expect(conditionText(key, value, (metric) => metric.replace(/_/g, ' '))).toBe(printed)
  })
})

it('gives the scatter of replicates a name and the unit of its number, with two figures', () => {
  expect(tracedConditions({ unit: '%', conditions: { potential_V_RHE: -0.1, sd: 0.203502 } }, 'standard deviation')).toEqual([
    { key: 'potential_V_RHE', text: 'E', unit: 'V vs RHE', value: -0.1 }, { key: 'sd', text: 'standard deviation', unit: '%', value: 0.2 }
  ])
})
