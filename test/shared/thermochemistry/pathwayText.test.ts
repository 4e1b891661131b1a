import { stateText } from '../../../src/shared/spectroscopy/adsorbateText'
import { describe, expect, it } from 'vitest'
import { pathwaysOf, stateKey } from '../../../src/shared/thermochemistry/pathwayText'

describe('a path typed as text', () => {
  it.each<[string, string[]]>([
    ['*NO3 > *NO2 → *NO', ['*NO3 *NO2 *NO']],
    ['*NO > (*NOH | *HNO) > *N', ['*NO *NOH *N', '*NO *HNO *N']],
    ['*NO > (*NOH > *N | *HNO > (*H2NO | *HNOH)) > *NH3', ['*NO *NOH *N *NH3', '*NO *HNO *H2NO *NH3', '*NO *HNO *HNOH *NH3']],
    ['(*NOH|*HNO)', ['*NOH', '*HNO']]
  ])('%s', (text, paths) => expect(pathwaysOf(text)).toEqual({ paths: paths.map((path) => path.split(' ')) }))
  it.each<[string, string]>([
    ['*NO > (*NOH | *HNO', 'brackets'], ['*NO > *NOH) > *N', 'brackets'], ['*NO | *N', 'brackets'], ['*NO > > *N', 'emptyState'], ['*NO >', 'emptyState'], ['()', 'emptyState'], ['', 'emptyState'],
    [Array.from({ length: 6 }, () => '(*a|*b)').join('>'), 'tooMany'], [`${'('.repeat(500)}*a${')'.repeat(499)}`, 'brackets']
  ])('says what is wrong with %s', (text, problem) => expect(pathwaysOf(text)).toEqual({ problem }))
  it('prints a state as chemists do', () => expect(['NO3-', '*HNO2', '1/2 H2', '½H₂', 'H+ + e-', '*NH2OH', '2 H2O', 'HNO3(g)', '*'].map(stateText)).toEqual(['NO₃⁻', '*HNO₂', '½H₂', '½H₂', 'H⁺ + e⁻', '*NH₂OH', '2 H₂O', 'HNO₃(g)', '*']))
  it('finds a state however it is written', () => expect(['* NO', 'NO*', '*no', 'NO3−', '*'].map(stateKey)).toEqual(['*no', '*no', '*no', 'no3-', '*']))
})
