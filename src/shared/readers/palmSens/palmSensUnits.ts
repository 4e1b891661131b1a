import type { QuantityKind } from '../../quantity'

/** By the type of the unit, never by its symbol: MicroAmpere carries the symbol 'A'. */
const units = new Map<string, readonly [string, QuantityKind]>([
  ['Time', ['s', 'time']], ['Volt', ['V', 'potential']], ['MilliVolt', ['mV', 'potential']], ['Ampere', ['A', 'current']], ['MilliAmpere', ['mA', 'current']], ['MicroAmpere', ['µA', 'current']], ['NanoAmpere', ['nA', 'current']],
  ['Coulomb', ['C', 'charge']], ['MilliCoulomb', ['mC', 'charge']], ['MicroCoulomb', ['µC', 'charge']], ['Hertz', ['Hz', 'frequency']], ['ZRe', ['Ω', 'z_real']], ['ZIm', ['Ω', 'z_imag']], ['Z', ['Ω', 'other']], ['Phase', ['°', 'other']],
  ['DegreesCelsius', ['°C', 'temperature']]
])

export function palmSensUnit(type: string, symbol: string): readonly [string, QuantityKind] {
  return units.get(type.replace(/^PalmSens\.Units\./, '')) ?? [symbol, 'other']
}
