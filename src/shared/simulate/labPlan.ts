import { chiText } from './chiText'
import { ecLabMpt, ecLabMptComma } from './ecLabMpt'
import { gamryDta } from './gamryDta'
import { paperValue } from './paperValues'
import type { PairModel } from './projectedDos'
import type { VendorFormat } from './recording'

/** Set potentials of the electrolyses, V vs RHE: the window of the paper. */
export const potentials_V_RHE = [-0.1, -0.2, -0.3, -0.4, -0.5] as const
export const AREA_CM2 = 1
export const SCAN_RATE_MV_S = 5
export const ELECTROLYTE = '0.5 M K2SO4'

/** One value a set potential, in their order. */
type Series = readonly [number, number, number, number, number]

export interface CatalystPlan {
  readonly catalyst: string
  readonly format: VendorFormat
  /** Made up: smooth values between and around those that the paper prints, which replace them where there are any. */
  readonly simulated: {
    readonly onset_V_RHE: number
    readonly fe_nh3: Series
    readonly fe_no2: Series
    /** By online GC, where hydrogen takes much of the charge; else not measured. */
    readonly fe_h2?: Series
    readonly yield_nh3_mass: Series
  }
  readonly mass_mg: number
  /** How the run sheet states the catalyst. */
  readonly statesMass: boolean
  readonly volume_mL: number
  readonly time_h: number
  readonly limit_mA_cm2: number
  readonly rise_V: number
  /** Spectra of the samples as files, else absorbances typed into the run sheet. */
  readonly hasSpectra: boolean
  readonly dos: PairModel | null
}

const usual = { mass_mg: 0.5, volume_mL: 30, time_h: 1, statesMass: false, hasSpectra: false, rise_V: 0.075 } as const

/**
 * The paper gives Ru-NC an onset of −0.78 V and still a yield at −0.5 V; both are simulated as printed. NC makes so little NH3 that
 * it gets four times the time and catalyst in a third of the volume, so that its absorbances can be read.
 */
export const labPlan: readonly CatalystPlan[] = [
  {
    ...usual, catalyst: 'RuFe-NC', format: chiText, limit_mA_cm2: 24, dos: { metal: 'Fe', ispin: 2, exchange_eV: 1.1 },
    simulated: {
      onset_V_RHE: 0.03,
      fe_nh3: [100, 98.4, 96.9, 95.2, 93.1],
      fe_no2: [0.2, 0.8, 1.4, 2.3, 3.2],
      yield_nh3_mass: [0.83, 1.42, 1.98, 2.55, 3.08]
    }
  },
  {
    ...usual, catalyst: 'RuCo-NC', format: ecLabMptComma, limit_mA_cm2: 26, dos: { metal: 'Co', ispin: 2, exchange_eV: 0.8 },
    simulated: {
      onset_V_RHE: 0.07,
      fe_nh3: [94.3, 98.62, 97.2, 95.8, 94],
      fe_no2: [3.1, 0.9, 1.3, 2, 2.8],
      yield_nh3_mass: [0.71, 1.38, 2.04, 2.7, 3.35]
    }
  },
  {
    ...usual, catalyst: 'RuNi-NC', format: gamryDta, limit_mA_cm2: 22, dos: { metal: 'Ni', ispin: 2, exchange_eV: 0.3 },
    simulated: {
      onset_V_RHE: 0.02,
      fe_nh3: [96.85, 95.7, 94.1, 92.6, 90.4],
      fe_no2: [1.7, 2.2, 2.9, 3.8, 4.9],
      yield_nh3_mass: [0.62, 1.15, 1.68, 2.21, 2.74]
    }
  },
  {
    ...usual, catalyst: 'RuCu-NC', format: chiText, limit_mA_cm2: 17, statesMass: true, hasSpectra: true,
    dos: { metal: 'Cu', ispin: 1, exchange_eV: 0 },
    simulated: {
      onset_V_RHE: -0.11,
      fe_nh3: [71.2, 80.4, 87.6, 92.3, 95.6],
      fe_no2: [22.5, 14.8, 8.6, 4.7, 2.4],
      yield_nh3_mass: [0.18, 0.52, 1.02, 1.6, 2.2]
    }
  },
  {
    ...usual, catalyst: 'Ru-NC', format: ecLabMpt, limit_mA_cm2: 14, rise_V: 0.09, dos: { metal: 'Ru', ispin: 1, exchange_eV: 0 },
    simulated: {
      onset_V_RHE: -0.78,
      fe_nh3: [51.42, 46.8, 41.5, 37, 33.2],
      fe_no2: [38.1, 36.4, 33.8, 30.9, 28],
      fe_h2: [7.6, 13.9, 21.8, 29.2, 35.8],
      yield_nh3_mass: [0.06, 0.14, 0.24, 0.36, 0.49]
    }
  },
  {
    ...usual, catalyst: 'NC', format: gamryDta, limit_mA_cm2: 9, rise_V: 0.1, mass_mg: 2, statesMass: true,
    volume_mL: 10, time_h: 4, dos: null,
    simulated: {
      onset_V_RHE: -0.85,
      fe_nh3: [1.9, 4.2, 7.1, 9.84, 8.6],
      fe_no2: [6.5, 7.4, 8.2, 8.8, 8.1],
      fe_h2: [88.2, 85.1, 81.6, 78.3, 80.2],
      yield_nh3_mass: [0.00041, 0.00122, 0.00254, 0.00396, 0.00482]
    }
  }
]

export const onsetOf = ({ catalyst, simulated }: CatalystPlan): number => paperValue(catalyst, 'onset') ?? simulated.onset_V_RHE

export interface RunTargets {
  readonly fe_nh3: number
  readonly fe_no2: number
  /** null: not measured. */
  readonly fe_h2: number | null
  readonly yield_nh3_mass: number
}

/** What the replicates of the set potential number `index` shall give on average. */
export function targetsAt({ catalyst, simulated }: CatalystPlan, index: number): RunTargets {
  const potential = potentials_V_RHE[index]
  return {
    fe_nh3: paperValue(catalyst, 'fe_nh3', potential) ?? simulated.fe_nh3[index]!,
    fe_no2: simulated.fe_no2[index]!,
    fe_h2: simulated.fe_h2?.[index] ?? null,
    yield_nh3_mass: paperValue(catalyst, 'yield_nh3_mass', potential) ?? simulated.yield_nh3_mass[index]!
  }
}
