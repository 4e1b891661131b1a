import type { Measurement } from '../../measurement'
import type { Recognition } from '../reader'

/** One way in which a program writes a spectrum as text. */
export interface SpectrumFamily {
  readonly recognises: (lines: readonly string[]) => Recognition | null
  readonly read: (lines: readonly string[]) => Measurement
  /** The lines of each spectrum where several may stand one below the other. */
  readonly parts?: (lines: readonly string[]) => readonly (readonly string[])[]
}
