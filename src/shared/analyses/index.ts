import type { Analysis } from './analysis'
import { ammoniaYield } from './ammoniaYield'
import { chargeDensityDifference } from './chargeDensityDifference'
import { adsorptionEnergy } from './adsorptionEnergy'
import { calibration } from './calibration'
import { compareDiffraction } from './compareDiffraction'
import { compareFaradaicEfficiency } from './compareFaradaicEfficiency'
import { compareFreeEnergy } from './compareFreeEnergy'
import { compareKinetics } from './compareKinetics'
import { compareLinearSweep } from './compareLinearSweep'
import { compareLiterature } from './compareLiterature'
import { compareNitriteRatio } from './compareNitriteRatio'
import { comparePdos } from './comparePdos'
import { compareSpinTrapping } from './compareSpinTrapping'
import { compareValenceBands } from './compareValenceBands'
import { compareYield } from './compareYield'
import { conditionSeries } from './conditionSeries'
import { dBandFromPdos } from './dBandFromPdos'
import { compareBands } from './compareBands'
import { compareCoreLevels } from './compareCoreLevels'
import { compareReference } from './compareReference'
import { coreLevels } from './coreLevels'
import { dBandFromXps } from './dBandFromXps'
import { descriptorMap } from './descriptorMap'
import { diffraction } from './diffraction'
import { doubleLayerCapacitance } from './doubleLayerCapacitance'
import { electrolysisCharge } from './electrolysisCharge'
import { faradaicEfficiencyAnalysis } from './faradaicEfficiency'
import { freeEnergy } from './freeEnergy'
import { impedance } from './impedance'
import { isotopeLabelling } from './isotopeLabelling'
import { kinetics } from './kinetics'
import { linearSweep } from './linearSweep'
import { nitriteRatio } from './nitriteRatio'
import { nitrogenBalance } from './nitrogenBalance'
import { performanceRadar } from './performanceRadar'
import { partialCurrent } from './partialCurrent'
import { longTermCurrent } from './longTermCurrent'
import { recyclingStability } from './recyclingStability'
import { sampleRecordAnalysis } from './sampleRecord'
import { spinTrapping } from './spinTrapping'
import { structurePerformance } from './structurePerformance'
import { tafelSlope } from './tafelSlope'
import { vibrationalBands } from './vibrationalBands'
import { znNitrateBattery } from './znNitrateBattery'

/** One line per analysis, in the order of the cards; the engine runs each after those it names in `after`. */
export const analyses: readonly Analysis[] = [
  faradaicEfficiencyAnalysis,
  ammoniaYield,
  linearSweep,
  tafelSlope,
  partialCurrent,
  nitriteRatio,
  nitrogenBalance,
  kinetics,
  isotopeLabelling,
  conditionSeries,
  recyclingStability,
  longTermCurrent,
  doubleLayerCapacitance,
  impedance,
  znNitrateBattery,
  electrolysisCharge,
  calibration,
  sampleRecordAnalysis,
  dBandFromPdos,
  dBandFromXps,
  adsorptionEnergy,
  freeEnergy,
  vibrationalBands,
  spinTrapping,
  coreLevels,
  diffraction,
  chargeDensityDifference,
  compareFaradaicEfficiency,
  compareYield,
  compareNitriteRatio,
  compareKinetics,
  compareLinearSweep,
  performanceRadar,
  compareLiterature,
  compareReference,
  comparePdos,
  compareFreeEnergy,
  compareBands,
  compareSpinTrapping,
  compareCoreLevels,
  compareValenceBands,
  compareDiffraction,
  structurePerformance,
  descriptorMap
]
