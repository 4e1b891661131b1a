import type { FieldValues } from '../metadata/fields'
import { absorbanceBand, assayBands } from './absorbanceBand'
import { caryCsv } from './caryCsv'
import { labTime } from './labClock'
import { labPlan } from './labPlan'
import { randomOf } from './random'
import { SIMULATED } from './recording'
import { sheetText } from './sheetText'
import { simulatedAssay, type AssayProduct, type SimulatedAssay } from './simulatedAssay'
import { simulatedCatalyst, type Simulated, type SimulatedFile } from './simulatedCatalyst'

const basis = { NH3: 'NH3', NO2: 'NO2-' } as const
const HOURS_PER_CATALYST = 96

/**
 * Files of a laboratory that measured what the paper prints: sweeps, electrolyses, spectra and densities of states in the formats
 * of real instruments, and the run sheet that belongs to them. The same seed gives the same bytes.
 */
export function simulatedLab(seed: number): readonly SimulatedFile[] {
  const assays: Readonly<Record<AssayProduct, SimulatedAssay>> = { NH3: simulatedAssay('NH3', seed), NO2: simulatedAssay('NO2', seed) }
  const parts = [standards(assays.NH3, seed), standards(assays.NO2, seed), ...labPlan.map((plan, i) => simulatedCatalyst(plan, assays, seed, i * HOURS_PER_CATALYST))]
  const sheet: SimulatedFile = { path: 'runsheet.csv', text: sheetText(parts.flatMap((part) => part.rows)), encoding: 'utf8' }
  return [...parts.flatMap((part) => part.files), sheet]
}

function standards({ product, standards: measured, blankAbsorbance }: SimulatedAssay, seed: number): Simulated {
  const files = measured.map(({ concentration_ug_mL, absorbance }, i): SimulatedFile => {
    const name = `${product}_std${concentration_ug_mL}ppm`
    return { path: `UV-Vis standards/${name}.csv`, text: caryCsv(name, absorbanceBand(absorbance, assayBands[product], randomOf(seed, name)), labTime(i / 30)), encoding: 'utf8' }
  })
  const common: FieldValues = { technique: 'UVVIS', analyte: product, note: SIMULATED }
  const rows = measured.map(({ concentration_ug_mL }): FieldValues => ({ ...common, file: `${product}_std${concentration_ug_mL}ppm.csv`, role: 'standard', concentration_ug_mL, basis: basis[product] }))
  return { files, rows: [...rows, { ...common, role: 'blank', absorbance: blankAbsorbance, dilution: 1 }] }
}
