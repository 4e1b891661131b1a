import type { Measurement } from '../../measurement'
import type { Recognition } from '../reader'

/** One way in which a program writes a spectrum as text. */
export interface SpectrumFamily {
  readonly recognises: (lines: readonly string[]) => Recognition | null
  readonly read: (lines: readonly string[]) => Measurement
}
