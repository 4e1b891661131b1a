import type { Analysis } from './analysis'
import { ammoniaYield } from './ammoniaYield'
import { calibration } from './calibration'
import { compareFaradaicEfficiency } from './compareFaradaicEfficiency'
import { compareLinearSweep } from './compareLinearSweep'
import { comparePdos } from './comparePdos'
import { compareYield } from './compareYield'
import { dBandFromPdos } from './dBandFromPdos'
import { electrolysisCharge } from './electrolysisCharge'
import { faradaicEfficiencyAnalysis } from './faradaicEfficiency'
import { linearSweep } from './linearSweep'
import { nitriteRatio } from './nitriteRatio'
import { partialCurrent } from './partialCurrent'

/** One line per analysis, in the order of the cards; the engine runs each after those it names in `after`. */
export const analyses: readonly Analysis[] = [
  faradaicEfficiencyAnalysis,
  ammoniaYield,
  linearSweep,
  partialCurrent,
  nitriteRatio,
  electrolysisCharge,
  calibration,
  dBandFromPdos,
  compareFaradaicEfficiency,
  compareYield,
  compareLinearSweep,
  comparePdos
]
