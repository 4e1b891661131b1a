import type { Column, NamedValue } from '../../measurement'
import type { NewareRecords } from '../newareNdax/newareRecords'

/** What a .nda of any version holds. */
export interface NdaData {
  readonly records: NewareRecords
  readonly auxiliary: readonly Column[]
  readonly repeated: number
  readonly isUtc: boolean
  /** The file ends within a record. */ readonly isShort: boolean
  readonly settings: readonly NamedValue[]
}
