import type { Column, Measurement, NamedValue } from '../../measurement'

export interface Spectrum {
  readonly title: string
  readonly wavelength: Column
  readonly signal: Column
  readonly settings: readonly NamedValue[]
  readonly startedAt?: string | null
  readonly warnings?: readonly string[]
  readonly complete?: boolean
}

/** A UV-Vis spectrum as every spectrometer program exports it: two columns and what the file says beside them. */
export function spectrumMeasurement({
  title,
  wavelength,
  signal,
  settings,
  startedAt = null,
  warnings = [],
  complete = true
}: Spectrum): Measurement {
  const other =
    signal.quantity === 'absorbance'
      ? []
      : [`The signal "${signal.name}" is not stated to be an absorbance, so no concentration is computed from it; export the absorbance.`]
  return {
    technique: 'UVVIS',
    title,
    columns: [wavelength, signal],
    segments: [],
    settings,
    facts: [],
    header: {},
    startedAt,
    signConvention: null,
    warnings: [...warnings, ...other],
    complete
  }
}
