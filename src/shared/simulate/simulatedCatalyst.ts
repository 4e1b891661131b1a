import { doscarText } from './doscarText'
import { potentials_V_RHE, type CatalystPlan } from './labPlan'
import { paperValue } from './paperValues'
import { projectedDos } from './projectedDos'
import { SIMULATED } from './recording'
import type { Assays } from './simulatedAssay'
import { simulatedElectrolyses } from './simulatedElectrolyses'
import { joined, type Simulated } from './simulatedFile'
import { simulatedDepletion } from './simulatedKinetics'
import { simulatedRecycling } from './simulatedRecycling'
import { simulatedSweeps } from './simulatedSweeps'

/** All files of one catalyst and their rows of the run sheet; `startHour` places them on the lab's calendar. */
export function simulatedCatalyst(plan: CatalystPlan, assays: Assays, seed: number, startHour: number): Simulated {
  const electrolyses = potentials_V_RHE.map((_, index) => simulatedElectrolyses(plan, index, assays, seed, startHour))
  return joined([
    simulatedSweeps(plan, seed, startHour), ...electrolyses, ...(plan.dos ? [simulatedDepletion(plan, seed, startHour + 24)] : []),
    ...(plan.catalyst === 'RuCo-NC' ? [simulatedRecycling(plan, -0.2, assays, seed, startHour + 40)] : []), densityOfStates(plan)
  ])
}

/** NC holds no metal and has no d band. */
function densityOfStates({ catalyst, dos }: CatalystPlan): Simulated {
  const centre_eV = paperValue(catalyst, 'd_band_centre_dft')
  if (!dos || centre_eV === undefined) return { files: [], rows: [] }
  const text = doscarText(`${catalyst} ${SIMULATED}`, projectedDos(dos, centre_eV))
  return { files: [{ path: `${catalyst}/DOS/DOSCAR`, text, encoding: 'utf8' }], rows: [] }
}
