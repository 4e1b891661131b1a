/**
 * VASP OUTCAR (5.2 … 6): first line ' vasp.5.4.4 …', then INCAR echo, potentials (TITEL), parameters as used, and per ionic step
 * '  free  energy   TOTEN' with 'energy(sigma->0)' (electronic steps print 'free energy' with one blank). The job's own footer is
 * 'General timing and accounting'; without it the run is unfinished. Vibrations (IBRION 5 … 8) are lines '1 f  = … THz', imaginary ones
 * 'f/i=', printed twice. Traps: with IBRION 5 or 6 the last energy is that of a displaced structure, so the first is taken; a cut-off file
 * claims no convergence. Values are looked up in the bytes, the file is never turned into one string.
 */
import type { Column, Measurement, NamedValue } from '../../measurement'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { findText, latin1Text } from '../vaspRun/findText'
import { stepEnergies, type StepEnergies } from './lastNumbers'
import { outcarFacts } from './outcarFacts'
import { outcarHeader, versionOf } from './outcarHeader'
import { vibrations } from './vibrations'

function stepColumns({ free_eV, sigma0_eV }: StepEnergies): Column[] {
  return [
    { name: 'ionic step', quantity: 'other', unit: '', values: sigma0_eV.map((_, i) => i + 1) },
    { name: 'energy(sigma->0)', quantity: 'energy', unit: 'eV', values: sigma0_eV },
    { name: 'free energy TOTEN', quantity: 'other', unit: 'eV', values: free_eV }
  ]
}

function measurement({ bytes }: ReadableFile): Measurement {
  if (versionOf(latin1Text(bytes, 0, 200)) === null)
    throw new ReadError('The first line of an OUTCAR names the version of VASP and this one does not; copy the file again.', { line: 1 })
  const header = outcarHeader(bytes)
  const energies = stepEnergies(bytes)
  const vib = vibrations(bytes)
  const steps = energies.sigma0_eV.length
  const isFinished = findText(bytes, 'General timing and accounting') >= 0
  const isVibration = ['5', '6', '7', '8'].includes(header.tag('IBRION') ?? '')
  const facts = outcarFacts(bytes, header, energies, vib, isFinished)
  const has = (name: string, value: boolean): boolean => facts.some((fact) => fact[0] === name && fact[1] === value)
  const asked = ['PREC', 'EDIFF', 'EDIFFG', 'NELM', 'NSW', 'IBRION', 'ISIF', 'ISMEAR', 'SIGMA', 'LORBIT', 'NELECT', 'LREAL']
  const settings: [string, string][] = [
    ['system', header.system],
    ['version', header.version],
    ...asked.map((name): [string, string] => [name, header.tag(name) ?? ''])
  ]
  const warnings = [
    ...(isFinished ? [] : ['The OUTCAR ends without its closing times: the calculation crashed, was stopped or still runs.']),
    ...(steps === 0 ? ['The file holds no energy of a finished ionic step; look at its last lines and at the output of the job.'] : []),
    ...(has('electronicConverged', false) ? ['The last electronic loop did not reach EDIFF; raise NELM and do not use this energy.'] : []),
    ...(has('ionicConverged', false) ? ['The relaxation did not reach the required accuracy; continue it from CONTCAR.'] : []),
    ...(vib === null && isVibration ? ['A calculation of vibrations without its list of frequencies; let it run to its end.'] : []),
    ...(vib && !vib.isGapless ? [`The list of frequencies has gaps; ${vib.modes} modes were found.`] : [])
  ]
  return {
    technique: 'OTHER',
    title: header.system,
    columns: vib?.columns ?? stepColumns(energies),
    segments: [],
    settings: settings.flatMap(([name, value]): NamedValue[] => (value === '' ? [] : [{ name, value }])),
    facts: facts.map(([name, value]) => ({ name, value })),
    header: {},
    startedAt: header.startedAt,
    signConvention: null,
    warnings,
    complete: isFinished && steps > 0 && (vib?.isGapless ?? true)
  }
}

export const vaspOutcar: Reader = {
  id: 'vasp-outcar',
  format: 'VASP output (OUTCAR)',
  vendor: 'VASP',
  recognises: ({ bytes }: FileHead): Recognition | null => {
    if (findText(bytes, 'executed on', 0, 2000) < 0) return null
    const version = versionOf(latin1Text(bytes, 0, 2000))
    return version !== null
      ? { confidence: 'certain', why: `its first line is "vasp.${version}" and it says where it was executed`, version }
      : null
  },
  read: (file: ReadableFile): ReadResult => ({ measurements: [measurement(file)] })
}
