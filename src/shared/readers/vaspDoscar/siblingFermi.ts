import type { ReadableFile } from '../reader'
import { findTextBackwards, latin1Text } from '../vaspRun/findText'
import type { DoscarHeader } from './doscarHeader'

/** OUTCAR prints four decimals; a step more of the same run moves E_F by less than this. */
const sameRun_eV = 0.01
const label = 'E-fermi :'

/** The OUTCAR beside a DOSCAR is of the same run only if it ends with the same Fermi energy. */
export function siblingFermi(file: ReadableFile, { fermiEnergy_eV }: DoscarHeader): string | null {
  const name = file.name.replace(/doscar/i, 'OUTCAR')
  const bytes = name === file.name ? undefined : file.sibling?.(name)
  const at = bytes ? findTextBackwards(bytes, label) : -1
  if (!bytes || at < 0) return null
  const own = Number(/^\s*(-?\d+\.\d+)/.exec(latin1Text(bytes, at + label.length, at + label.length + 40))?.[1] ?? NaN)
  return Math.abs(own - fermiEnergy_eV) > sameRun_eV
    ? `${name} beside it has another Fermi energy (${own} against ${fermiEnergy_eV} eV): the two are not of one run; copy both from the same folder.`
    : null
}
