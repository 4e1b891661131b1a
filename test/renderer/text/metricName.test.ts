import { expect, it } from 'vitest'
import { metricName } from '../../../src/renderer/text/metricName'

it.each([['fe_nh3', 'FE(NH₃)'], ['d_band_centre_dft', 'd-band centre'], ['yield_nh3_mass', 'NH₃ yield'], ['onset', 'onset potential']])('%s → %s',
  (metric, name) =>
  expect(metricName(metric).text).toBe(name))

it('gives the subscript of a symbol its own part', () =>
  expect(metricName('cdl').symbolParts).toEqual([{ text: 'C', sub: false }, { text: 'dl', sub: true }]))

it('shows an unknown metric in its own words', () => expect(metricName('my_metric').text).toBe('my metric'))
