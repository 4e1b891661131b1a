import type { Fixture } from '../fixture'
import { mprFile, packed } from './mprFile'

export const fixtures: readonly Fixture[] = [{
  reader: 'biologic-mpr', name: 'ca.mpr', bytes: mprFile({ layout: 'v3', ids: [1, 2, 131, 4, 6, 8], rows: Array.from({ length: 40 }, (_, i) => packed(2, [['u16', 0], ['f64', i], ['f32', -0.3], ['f32', -5 - i / 100]])) })
}]
