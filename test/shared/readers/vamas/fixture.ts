import type { Fixture } from '../fixture'
import { vamasText } from './vamasText'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const counts = Array.from({ length: 40 }, (_, i) => 100 + (i % 7))

export const fixtures: readonly Fixture[] = [
  { reader: 'vamas', name: 'RuFe.vms', bytes: bytes(vamasText([{ name: 'Ru 3d', ordinates: [counts, counts.map(() => 1.5)] },
    { name: 'N 1s', species: 'N', transition: '1s', ordinates: [counts] }])) },
  { reader: 'vamas', name: 'map.vms', bytes: bytes(vamasText([0, 1, 2].map((x) => ({ name: 'p', x, y: 1, ordinates: [counts] })), 'MAP')) }
]
