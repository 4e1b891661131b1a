import type { CalibrationFit, CalibrationPoint } from '../../electrochemistry/calibrationFit'
import type { XyFigure } from '../../figure'
import { pointKey } from '../../leftOut'

/** NO2- → NO₂⁻. */
const withIndices = (species: string): string =>
  species.replace(/(?<=[A-Za-z])[2-4]/g, (digit) => '₂₃₄'[Number(digit) - 2]!).replace(/[+-]$/, (sign) => (sign === '+' ? '⁺' : '⁻'))

/** The standards (those that are left out are hollow), their line from zero or the lowest standard to the highest, and the LOQ. */
export function calibrationFigure(fit: CalibrationFit, points: readonly CalibrationPoint[], isOut: readonly boolean[], leftOut: { readonly setting: string; readonly value: string }, read: string): XyFigure {
  const ends = [Math.min(0, fit.minConcentration), fit.maxConcentration]
  return {
    kind: 'xy', id: fit.name === '' ? `calibration-${fit.analyte}` : `calibration-${fit.analyte}-${fit.name}`, title: fit.name === '' ? `Calibration of ${fit.analyte}` : `Calibration of ${fit.analyte}, ${fit.name}`,
    x: { title: `Concentration as ${withIndices(fit.basis)}`, unit: 'µg mL⁻¹' },
    y: { title: `Absorbance (${read})`, unit: '' },
    series: [
      { name: 'standards', style: 'points', x: points.map((point) => point.concentration), y: points.map((point) => point.absorbance), picks: { ...leftOut, keys: points.map((point) => pointKey(point.concentration, fit.name === '' ? fit.analyte : `${fit.analyte} ${fit.name}`)), isOut } },
      { name: `A = ${fit.intercept.toPrecision(4)} + ${fit.slope.toPrecision(4)} c`, style: 'line', x: ends, y: ends.map((c) => fit.intercept + fit.slope * c) }
    ],
    marks: fit.loq === null ? [] : [{ axis: 'x', value: fit.loq, label: `LOQ ${fit.loq.toPrecision(2)} µg mL⁻¹` }]
  }
}
