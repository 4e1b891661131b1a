/** The quantities that a column may hold; the command line prints exactly these words. */
export const quantityKinds = [
  'time', 'potential', 'current', 'charge', 'frequency', 'z_real', 'z_imag', 'wavelength', 'absorbance', 'wavenumber',
  'intensity', 'field', 'binding_energy', 'two_theta', 'energy', 'dos', 'capacity', 'temperature', 'concentration', 'other'
] as const
export type QuantityKind = (typeof quantityKinds)[number]

/** One share of a standard uncertainty: |∂value/∂source| · u(source), in the unit of the value. */
export interface Contribution { readonly source: string; readonly u: number }
