import { testRows } from '../newareNdax/fixture'
import type { Fixture } from '../fixture'
import { nda29File, nda8File, nda90File, nda91File } from './ndaWriter'

export const fixtures: readonly Fixture[] = [
  { reader: 'neware-nda', name: 'zn cell.nda', bytes: nda29File(testRows, { code: 100, factor_mA: 0.01 }) },
  { reader: 'neware-nda', name: 'zn cell 5.nda', bytes: nda8File(testRows) },
  { reader: 'neware-nda', name: 'zn cell 9.0.nda', bytes: nda90File(testRows) },
  { reader: 'neware-nda', name: 'zn cell 9.1.nda', bytes: nda91File(testRows, 56) }
]
