import { functionalName } from './functionalName'
import type { IonicSteps } from './ionicSteps'
import type { RunHeader } from './runHeader'

export type FactPair = [string, string | number | boolean]

const numberOf = (text: string | null): number | null => (text !== null && text !== '' && Number.isFinite(Number(text)) ? Number(text) : null)
const fact = (name: string, value: string | number | boolean | null): FactPair[] => (value === null || value === '' ? [] : [[name, value]])

/** A relaxation may reach its accuracy in the last step that NSW allows; by energy (EDIFFG > 0) the steps themselves tell, by forces they do not. */
const isStill = ({ energy_eV }: IonicSteps, ediffg: number | null): boolean =>
  ediffg !== null && ediffg > 0 && energy_eV.length > 1 && Math.abs(energy_eV.at(-1)! - energy_eV.at(-2)!) < ediffg

/** Convergence is only claimed of a run that is finished. Ions, energies, convergence and what two runs must share to be compared. */
export function runFacts(
  header: RunHeader,
  steps: IonicSteps,
  volume_A3: number,
  { isFinished, withSpin }: { isFinished: boolean; withSpin: boolean }
): FactPair[] {
  const { tag, nions, elements } = header
  const energy = steps.energy_eV.at(-1) ?? NaN
  const allowed = numberOf(tag('NELM'))
  const ionicLimit = numberOf(tag('NSW'))
  const isRelaxation = ['1', '2', '3'].includes(tag('IBRION') ?? '') && ionicLimit !== null && ionicLimit > 1
  const hasSteps = steps.energy_eV.length > 0
  return [
    ...fact('nions', nions),
    ...fact('elements', elements.length > 0 ? elements.join(' ') : null),
    ...fact('volume_A3', Number.isFinite(volume_A3) ? volume_A3 : null),
    ...fact('volumePerAtom_A3', Number.isFinite(volume_A3) && nions !== null ? volume_A3 / nions : null),
    ...fact('energySigma0_eV', Number.isFinite(energy) ? energy : null),
    ...fact('freeEnergy_eV', steps.freeEnergy_eV),
    ...fact('correctionToElectronicEnergy_eV', steps.correction_eV || null),
    ...fact('ionicSteps', steps.energy_eV.length),
    ...fact('electronicSteps', hasSteps ? steps.electronicSteps : null),
    ...fact('electronicConverged', isFinished && hasSteps && allowed !== null ? steps.electronicSteps < allowed : null),
    ...fact('ionicConverged', isFinished && hasSteps && isRelaxation ? steps.energy_eV.length < ionicLimit || isStill(steps, numberOf(tag('EDIFFG'))) : null),
    ...fact('encut_eV', numberOf(tag('ENCUT') ?? tag('ENMAX'))),
    ...fact('functional', functionalName(tag('GGA'), tag('LHFCALC') === 'T', tag('METAGGA'))),
    ...fact('vdw', numberOf(tag('IVDW')) || (tag('LUSE_VDW') === 'T' ? 'LUSE_VDW' : null)),
    ...fact('kPoints', header.kPoints),
    ...fact('potentials', header.potentials.join('; ')),
    ...(withSpin ? fact('ispin', numberOf(tag('ISPIN'))) : []),
    ...fact('nonCollinear', tag('LNONCOLLINEAR') === 'T' ? true : null)
  ]
}
