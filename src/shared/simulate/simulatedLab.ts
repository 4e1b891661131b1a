import type { FieldValues } from '../metadata/fields'
import { absorbanceBand, assayBands } from './absorbanceBand'
import { caryCsv } from './caryCsv'
import { labTime } from './labClock'
import { labPlan } from './labPlan'
import { randomOf } from './random'
import { SIMULATED } from './recording'
import { sheetText } from './sheetText'
import { simulatedAssay, type Assays, type SimulatedAssay } from './simulatedAssay'
import { simulatedCampaign } from './simulatedCampaign'
import { simulatedCatalyst } from './simulatedCatalyst'
import { simulatedMechanism } from './simulatedMechanism'
import { joined, type Simulated, type SimulatedFile } from './simulatedFile'

const basis = { NH3: 'NH3', NO2: 'NO2-' } as const
const HOURS_PER_CATALYST = 96

/**
 * Files of a laboratory that measured what the paper prints: sweeps, electrolyses, spectra and densities of states in the formats
 * of real instruments, and the run sheet that belongs to them, which comes last. The same seed gives the same bytes.
 */
export function simulatedLab(seed: number): readonly SimulatedFile[] {
  const assays: Assays = { NH3: simulatedAssay('NH3', seed), NO2: simulatedAssay('NO2', seed) }
  const catalysts = labPlan.map((plan, i) => simulatedCatalyst(plan, assays, seed, i * HOURS_PER_CATALYST))
  const { files, rows } = joined([standards(assays.NH3, seed), standards(assays.NO2, seed), ...catalysts, simulatedCampaign(labPlan[0]!, assays, seed, labPlan.length * HOURS_PER_CATALYST), simulatedMechanism(seed)])
  return [...files, { path: 'runsheet.csv', text: sheetText(rows), encoding: 'utf8' }]
}

function standards({ product, standards: measured, blankAbsorbance }: SimulatedAssay, seed: number): Simulated {
  const common: FieldValues = { technique: 'UVVIS', analyte: product, note: SIMULATED }
  const blank: Simulated = { files: [], rows: [{ ...common, role: 'blank', absorbance: blankAbsorbance, dilution: 1 }] }
  const spectra = measured.map(({ concentration_ug_mL, absorbance }, i): Simulated => {
    const name = `${product}_std${concentration_ug_mL}ppm`
    const text = caryCsv(name, absorbanceBand(absorbance, assayBands[product], randomOf(seed, name)), labTime(i / 30))
    const row: FieldValues = { ...common, file: `${name}.csv`, role: 'standard', concentration_ug_mL, basis: basis[product] }
    return { files: [{ path: `UV-Vis standards/${name}.csv`, text, encoding: 'utf8' }], rows: [row] }
  })
  return joined([...spectra, blank])
}
