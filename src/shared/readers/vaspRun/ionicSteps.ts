import { findText, findTextBackwards, latin1Text } from './findText'

export interface IonicSteps {
  /** E(sigma → 0) of each ionic step, eV; NaN where a step holds none. */
  readonly energy_eV: Float64Array
  /** Electronic steps of the last ionic step. */
  readonly electronicSteps: number
  /** Free energy of the last ionic step, eV. */
  readonly freeEnergy_eV: number | null
}

function valueIn(bytes: Uint8Array, name: string, from: number, to: number): number {
  const at = findText(bytes, `name="${name}"`, from, to)
  if (at < 0) return NaN
  const text = latin1Text(bytes, at, Math.min(at + 100, to))
  const value = text.slice(text.indexOf('>') + 1, text.indexOf('<')).trim()
  return value === '' ? NaN : Number(value)
}

/** The last whole <scstep> within [from, to): the closing <energy> of VASP 5 has its labels mixed up, this one has not. */
function lastElectronicStep(bytes: Uint8Array, from: number, to: number): { start: number; end: number } | null {
  const end = findTextBackwards(bytes, '</scstep>', to, from)
  const start = end < 0 ? -1 : findTextBackwards(bytes, '<scstep>', end, from)
  return start < 0 ? null : { start, end }
}

function countOf(bytes: Uint8Array, text: string, from: number, to: number): number {
  let count = 0
  for (let at = findText(bytes, text, from, to); at >= 0; at = findText(bytes, text, at + text.length, to)) count++
  return count
}

/** Energies of all ionic steps that hold at least one whole electronic step. */
export function ionicSteps(bytes: Uint8Array): IonicSteps {
  const energies: number[] = []
  let electronicSteps = 0
  let freeEnergy = NaN
  for (let at = findText(bytes, '<calculation>'); at >= 0; ) {
    const next = findText(bytes, '<calculation>', at + 13)
    const to = next < 0 ? bytes.length : next
    const step = lastElectronicStep(bytes, at, to)
    if (step) {
      energies.push(valueIn(bytes, 'e_0_energy', step.start, step.end))
      freeEnergy = valueIn(bytes, 'e_fr_energy', step.start, step.end)
      electronicSteps = next < 0 ? countOf(bytes, '</scstep>', at, step.end + 9) : electronicSteps
    }
    at = next
  }
  return { energy_eV: Float64Array.from(energies), electronicSteps, freeEnergy_eV: Number.isFinite(freeEnergy) ? freeEnergy : null }
}
