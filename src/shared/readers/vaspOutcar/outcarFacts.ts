import { findText, findTextBackwards, latin1Text } from '../vaspRun/findText'
import { functionalName } from '../vaspRun/functionalName'
import type { FactPair } from '../vaspRun/runFacts'
import { numberAfterLast, numberIn, type StepEnergies } from './lastNumbers'
import type { OutcarHeader } from './outcarHeader'
import type { Vibrations } from './vibrations'

const fact = (name: string, value: string | number | boolean | null): FactPair[] =>
  value === null || value === '' || (typeof value === 'number' && !Number.isFinite(value)) ? [] : [[name, value]]

/**
 * Whether the last electronic loop ended because it was converged. VASP 5 prints 'EDIFF is reached' also where NELM was: after so many steps
 * only the changes of the last one tell, 'total energy-change (2. order) : a (b)'.
 */
function isElectronicallyConverged(bytes: Uint8Array, allowed: number, ediff: number): boolean {
  const last = Math.max(0, findTextBackwards(bytes, 'Iteration'))
  if (findText(bytes, 'EDIFF is reached', last) < 0) return false
  const step = Number(/^Iteration\s{1,8}\d{1,8}\(\s{0,8}(\d{1,8})\)/.exec(latin1Text(bytes, last, last + 60))?.[1] ?? NaN)
  if (!(step >= allowed)) return true
  const change = findText(bytes, 'total energy-change', last)
  const [, first, second] = change < 0 ? [] : (/:\s{0,8}([-+.\dE]{1,20})\s{1,8}\(([-+.\dE]{1,20})\)/.exec(latin1Text(bytes, change, change + 120)) ?? [])
  return Math.abs(Number(first)) < ediff && Math.abs(Number(second)) < ediff
}

/** 'number of electron  204.0 magnetization  40.0': the whole cell, not the table of ions behind it. */
function magnetization(bytes: Uint8Array): number {
  const at = findTextBackwards(bytes, 'number of electron')
  const text = at < 0 ? '' : latin1Text(bytes, at, at + 200).split('\n')[0]!
  const behind = text.indexOf('magnetization')
  return behind < 0 ? NaN : numberIn(`${text.slice(behind + 13)}\n`)
}

/** The same names as those of a vasprun.xml; convergence is only claimed of a run that is finished. */
export function outcarFacts(
  bytes: Uint8Array,
  header: OutcarHeader,
  energies: StepEnergies,
  vib: Vibrations | null,
  isFinished: boolean
): FactPair[] {
  const { tag, nions, elements } = header
  const number = (name: string): number => Number(tag(name) ?? NaN)
  const steps = energies.sigma0_eV.length
  const isDisplaced = ['5', '6'].includes(tag('IBRION') ?? '')
  const step = isDisplaced ? 0 : steps - 1
  const volume = numberAfterLast(bytes, 'volume of cell :')
  const isRelaxation = ['1', '2', '3'].includes(tag('IBRION') ?? '') && number('NSW') > 1
  const ispin = number('ISPIN')
  const isNonCollinear = tag('LNONCOLLINEAR') === 'T'
  return [
    ...fact('nions', nions),
    ...fact('elements', elements.join(' ')),
    ...fact('volume_A3', volume),
    ...fact('volumePerAtom_A3', nions === null ? null : volume / nions),
    ...fact('energySigma0_eV', energies.sigma0_eV[step] ?? null),
    ...fact('freeEnergy_eV', energies.free_eV[step] ?? null),
    ...(isDisplaced && steps > 0 ? fact('energyOfIonicStep', 1) : []),
    ...fact('fermiEnergy_eV', numberAfterLast(bytes, 'E-fermi :')),
    ...fact('ionicSteps', steps),
    ...(isFinished && steps > 0 ? fact('electronicConverged', isElectronicallyConverged(bytes, number('NELM'), number('EDIFF'))) : []),
    ...(isFinished && steps > 0 && isRelaxation ? fact('ionicConverged', findText(bytes, 'reached required accuracy') >= 0) : []),
    ...fact('encut_eV', number('ENCUT')),
    ...fact('functional', functionalName(tag('GGA'), tag('LHFCALC') === 'T', header.metaGga ?? tag('METAGGA'))),
    ...fact('vdw', number('IVDW') || (tag('LUSE_VDW') === 'T' ? 'LUSE_VDW' : null)),
    ...fact('kPoints', number('NKPTS')),
    ...fact('potentials', header.potentials.join('; ')),
    ...fact('ispin', ispin === 1 || ispin === 2 ? ispin : null),
    ...fact('magnetization_muB', ispin === 2 ? magnetization(bytes) : null),
    ...fact('nonCollinear', isNonCollinear ? true : null),
    ...(vib
      ? [...fact('modes', vib.modes), ...fact('imaginaryModes', vib.imaginaryModes), ...fact('zeroPointEnergy_eV', vib.zeroPointEnergy_eV)]
      : [])
  ]
}
