import type { Fixture } from '../fixture'
import { rawVersion3Bytes, rawVersion4Bytes } from './rawBytes'

const ranges = [{ start: 20, step: 0.02, counts: Array.from({ length: 50 }, (_, i) => 100 + i) },
  { start: 60, step: 0.01, counts: [5, 6, 7, 8], supplement: 40 }]
export const fixtures: readonly Fixture[] = [
  { reader: 'bruker-raw', name: 'RuFe.raw', bytes: rawVersion3Bytes(ranges) },
  { reader: 'bruker-raw', name: 'RuCo.raw', bytes: rawVersion4Bytes(ranges) }
]
