import { describe, expect, it } from 'vitest'
import { conditionText } from '../../../src/renderer/outcome/conditionName'

describe('a condition that is a word', () => {
  it.each([
    ['species', '*NO3', '*NO₃'], ['from', 'NO3-', 'NO₃⁻'], ['to', '1/2 H2', '½H₂'], ['band', '*HNO2', '*HNO₂'], ['band', 'G band', 'G band'],
    ['pathway', 'NO3RR 2', 'NO₃RR 2'], ['line', 'Ru 3p3/2', 'Ru 3p3/2'], ['x', 'd_band_centre', 'd band centre']
  ])('%s %s is printed as %s', (key, value, printed) => {
    expect(conditionText(key, value, (metric) => metric.replace(/_/g, ' '))).toBe(printed)
  })
})
