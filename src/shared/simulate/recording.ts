import type { LabTime } from './labClock'

/** What a potentiostat recorded, before a vendor's software writes it down. Reduction is negative; potentials are against the reference electrode. */
export interface Recording {
  readonly technique: 'CA' | 'CP' | 'LSV'
  /** Without extension. */
  readonly fileName: string
  readonly sample: string
  readonly startedAt: LabTime
  readonly area_cm2: number
  readonly time_s: readonly number[]
  readonly potential_V: readonly number[]
  readonly current_A: readonly number[]
  readonly scanRate_mV_s?: number
}

/** A file format of one vendor. `printed` gives the current that the file will hold, so that its charge can be known beforehand. */
export interface VendorFormat {
  readonly extension: string
  readonly encoding: 'utf8' | 'latin1'
  readonly printed: (current_A: number) => number
  readonly write: (recording: Recording) => string
}

/** Said in the comment field of every simulated file. */
export const SIMULATED = 'simulated by RuM Workbench, not measured'
