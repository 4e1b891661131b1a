import type { Fixture } from '../fixture'
import { corrTest, corrWare, points, studio, z60, zplot2, zview } from './zplotFile'

export const fixtures: readonly Fixture[] = [
  { reader: 'zplot', name: 'a.txt', bytes: z60(points) }, { reader: 'zplot', name: 'b.z', bytes: zplot2(points) },
  { reader: 'zplot', name: 'c.cor', bytes: corrTest() },
  { reader: 'zplot', name: 'd.cor', bytes: corrWare() }, { reader: 'zplot', name: 'e.txt', bytes: studio() },
  { reader: 'zplot', name: 'f.z60', bytes: zview(points) }
]
