import type { Fixture } from '../fixture'
import { idfFile, spectrum } from './idfFile'

export const fixtures: readonly Fixture[] = [
  { reader: 'ivium', name: 'a.idf',
    bytes: idfFile([{ method: 'Impedance', technique: 'Constant I', rows: spectrum,
    tail: '7         \r\nosc_data        \r\x002         \r\n3         \r\n2         \r\n1.0 2.0 3.0 \r\n\0\0\0\0' }]) },
  { reader: 'ivium', name: 'b.ids',
    bytes: idfFile([{ method: 'Impedance', rows: spectrum, title: 'one' }, { method: 'CyclicVoltammetry', rows: spectrum, title: 'two' }],
    { isOld: true }) }
]
