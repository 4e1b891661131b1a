import type { Column } from '../../measurement'
import type { QuantityKind } from '../../quantity'
import type { VamasBlock } from './vamasBlock'

export const bindingEnergyName = 'Binding energy (hν − KE)'

export const rowsOf = ({ values, ordinates }: VamasBlock): number => (ordinates.length === 0 ? 0 : Math.floor(values.length / ordinates.length))

function abscissaQuantity(name: string): QuantityKind {
  if (/binding/i.test(name)) return 'binding_energy'
  return /kinetic/i.test(name) ? 'energy' : 'other'
}

/**
 * The block's own abscissa and ordinates. Photoelectrons on a kinetic energy axis in eV get hν − KE besides: the work function is not
 * subtracted, because the analyser's energy scale already refers to the Fermi level (the regions' stated windows are met so). A calibration
 * that CasaXPS left in the comment is added, as CasaXPS shows it.
 */
export function vamasColumns(block: VamasBlock): Column[] {
  const { abscissa, ordinates, values, technique, sourceEnergy_eV, fit } = block
  const rows = rowsOf(block)
  const columns: Column[] = []
  if (abscissa) {
    const { name, unit, start, step } = abscissa
    columns.push({ name, unit, quantity: abscissaQuantity(name), values: Float64Array.from({ length: rows }, (_, i) => start + i * step) })
  }
  let isIntensityFound = false
  ordinates.forEach(({ name, unit }, k) => {
    const own = k === 0 && abscissa === null ? abscissaQuantity(name) : 'other'
    const isIntensity = own === 'other' && !isIntensityFound && !/transmission/i.test(name)
    if (isIntensity) isIntensityFound = true
    columns.push({ name, unit, quantity: isIntensity ? 'intensity' : own,
      values: Float64Array.from({ length: rows }, (_, i) => values[i * ordinates.length + k]!) })
  })
  const kinetic = columns[0]
  const isPhotoemission = technique === 'XPS' || technique === 'UPS'
  if (kinetic?.quantity === 'energy' && kinetic.unit.toLowerCase() === 'ev' && isPhotoemission && sourceEnergy_eV > 0) {
    columns.push({ name: bindingEnergyName, unit: kinetic.unit, quantity: 'binding_energy',
      values: kinetic.values.map((energy) => sourceEnergy_eV - energy + (fit.calibration_eV ?? 0)) })
  }
  return columns
}
