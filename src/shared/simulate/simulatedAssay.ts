import { linearFit } from '../numerics/linearFit'
import { randomOf, type Random } from './random'

export type AssayProduct = 'NH3' | 'NO2'

const assays = {
  NH3: { standards_ug_mL: [0, 0.25, 0.5, 1, 1.5, 2, 2.5], intercept: 0.0524, slope: 0.4213, noise: 0.0012, blank_ug_mL: 0.03 },
  NO2: { standards_ug_mL: [0, 0.05, 0.1, 0.2, 0.4, 0.7, 1], intercept: 0.0216, slope: 0.8742, noise: 0.0011, blank_ug_mL: 0.006 }
} as const

export interface Standard { readonly concentration_ug_mL: number; readonly absorbance: number }

/** An assay with its standards as measured and the line through them, which is what a sample will be read against. */
export interface SimulatedAssay {
  readonly product: AssayProduct
  readonly standards: readonly Standard[]
  readonly blankAbsorbance: number
  /** Absorbance and dilution that the sample of a concentration (blank already in it) will show, four decimals. */
  readonly reading: (concentration_ug_mL: number) => { readonly absorbance: number; readonly dilution: number }
  /** Concentration above the blank that a reading stands for. */
  readonly concentrationOf: (absorbance: number, dilution: number) => number
  readonly blank_ug_mL: number
}

export type Assays = Readonly<Record<AssayProduct, SimulatedAssay>>

const dilutions = [1, 2, 5, 10, 20, 50, 100, 200, 500] as const
const round4 = (value: number): number => Number(value.toFixed(4))

/** Noise whose residual standard deviation about a line is 1, so that no seed gives a calibration better or worse than intended. */
function residuals(x: readonly number[], random: Random): number[] {
  const raw = x.map(() => random.normal())
  const { residualSd } = linearFit(x, raw)
  return raw.map((value) => value / (residualSd ?? 1))
}

export function simulatedAssay(product: AssayProduct, seed: number): SimulatedAssay {
  const { standards_ug_mL, intercept, slope, noise, blank_ug_mL } = assays[product]
  const scatter = residuals(standards_ug_mL, randomOf(seed, `standards ${product}`))
  const standards = standards_ug_mL.map((concentration_ug_mL, i): Standard =>
    ({ concentration_ug_mL, absorbance: round4(intercept + slope * concentration_ug_mL + noise * scatter[i]!) }))
  const line = linearFit(standards.map((standard) => standard.concentration_ug_mL), standards.map((standard) => standard.absorbance))
  const blankAbsorbance = round4(line.intercept + line.slope * blank_ug_mL)
  const blank = (blankAbsorbance - line.intercept) / line.slope
  const highest = standards_ug_mL[standards_ug_mL.length - 1]! * 0.9
  return {
    product, standards, blankAbsorbance, blank_ug_mL: blank,
    reading: (concentration_ug_mL) => {
      const dilution = dilutions.find((factor) => concentration_ug_mL / factor <= highest) ?? Math.ceil(concentration_ug_mL / highest)
      return { dilution, absorbance: round4(line.intercept + (line.slope * concentration_ug_mL) / dilution) }
    },
    concentrationOf: (absorbance, dilution) => ((absorbance - line.intercept) / line.slope) * dilution - blank
  }
}
