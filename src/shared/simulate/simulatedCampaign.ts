import type { CatalystPlan } from './labPlan'
import type { Assays } from './simulatedAssay'
import { simulatedBattery } from './simulatedBattery'
import { simulatedCharging } from './simulatedCharging'
import { joined, type Simulated } from './simulatedFile'
import { simulatedImpedance } from './simulatedImpedance'
import { simulatedKinetics } from './simulatedKinetics'
import { simulatedRecycling } from './simulatedRecycling'

/** What a group measures of its best catalyst beside sweeps and electrolyses. */
export function simulatedCampaign(plan: CatalystPlan, assays: Assays, seed: number, startHour: number): Simulated {
  return joined([
    simulatedCharging(plan.catalyst, seed, startHour), simulatedImpedance(plan.catalyst, seed, startHour + 1), simulatedKinetics(plan, seed, startHour + 2),
    simulatedRecycling(plan, -0.3, assays, seed, startHour + 8), simulatedBattery(plan, assays, seed, startHour + 24)
  ])
}
