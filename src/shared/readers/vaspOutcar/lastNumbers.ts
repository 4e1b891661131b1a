import { findText, findTextBackwards, latin1Text } from '../vaspRun/findText'

/** Something must follow a number: one at the very end of a file may be cut off. */
const number = '([+-]?\\d{0,12}\\.?\\d{1,14})(?=[^\\d.])'
/** The number behind `text` where it stands last in the file; NaN: nowhere or '****'. */
export function numberAfterLast(bytes: Uint8Array, text: string, to = bytes.length): number {
  const at = findTextBackwards(bytes, text, to)
  return at < 0 ? NaN : numberIn(latin1Text(bytes, at + text.length, at + text.length + 60))
}
export const numberIn = (text: string): number => Number(new RegExp(`^[ =:]{0,30}${number}`).exec(text)?.[1] ?? NaN)

export interface StepEnergies {
  readonly free_eV: Float64Array
  readonly sigma0_eV: Float64Array
}

/** Energies at the end of each ionic step; electronic steps print the same words with one blank less. */
export function stepEnergies(bytes: Uint8Array): StepEnergies {
  const free: number[] = []
  const sigma0: number[] = []
  const marker = 'free  energy   TOTEN'
  for (let at = findText(bytes, marker); at >= 0; at = findText(bytes, marker, at + marker.length)) {
    const text = latin1Text(bytes, at + marker.length, at + 400)
    const behind = text.indexOf('energy(sigma->0)')
    const energy = behind < 0 ? NaN : numberIn(text.slice(behind + 16))
    const line = text.indexOf('\n', behind)
    if (behind < 0 || line < 0) break
    free.push(numberIn(text))
    sigma0.push(energy)
  }
  return { free_eV: Float64Array.from(free), sigma0_eV: Float64Array.from(sigma0) }
}
