import { findText, findTextBackwards, latin1Text } from './findText'

export interface IonicSteps {
  /** E(sigma → 0) of each finished ionic step, eV; NaN where a number is damaged. */
  readonly energy_eV: Float64Array
  /** Electronic steps of the last finished ionic step. */
  readonly electronicSteps: number
  /** Free energy of the last ionic step, eV. */
  readonly freeEnergy_eV: number | null
  /** What the last ionic step adds to its electronic steps (dispersion, pressure), eV; 0 where nothing. */
  readonly correction_eV: number
}

export interface Range { readonly start: number; readonly end: number }
interface StepEnergy { readonly free: number; readonly sigma0: number; readonly correction: number }

function valueIn(bytes: Uint8Array, name: string, from: number, to: number): number {
  const at = findText(bytes, `name="${name}"`, from, to)
  if (at < 0) return NaN
  const text = latin1Text(bytes, at, Math.min(at + 100, to))
  const value = text.slice(text.indexOf('>') + 1, text.indexOf('<')).trim()
  return value === '' ? NaN : Number(value)
}

/** The last whole <scstep> within [from, to): the closing <energy> of VASP 5 has its labels mixed up, this one has not. */
function lastElectronicStep(bytes: Uint8Array, from: number, to: number): Range | null {
  const end = findTextBackwards(bytes, '</scstep>', to, from)
  const start = end < 0 ? -1 : findTextBackwards(bytes, '<scstep>', end, from)
  return start < 0 ? null : { start, end }
}

/** Printed to 8 decimals; smaller differences are rounding. */
const printed_eV = 5e-8
const rounded = (value: number): number => Math.round(value * 1e8) / 1e8

/**
 * Energies of the ionic step that ends before `to` with this electronic step; null where it is not closed, so perhaps not converged.
 * The closing <energy> is right in its free energy alone, and only there is everything added that is no part of the electronic loop;
 * E(sigma → 0) keeps its distance from the free energy.
 */
function energiesOf(bytes: Uint8Array, { start, end }: Range, to: number): StepEnergy | null {
  const electronic = valueIn(bytes, 'e_fr_energy', start, end)
  const sigma0 = valueIn(bytes, 'e_0_energy', start, end)
  const closing = findText(bytes, '<energy>', end, to)
  const close = closing < 0 ? -1 : findText(bytes, '</energy>', closing, to)
  // The energy of an electronic step that is cut off before its end closes nothing.
  if (close < 0 || findText(bytes, '<scstep>', end, closing) >= 0) return null
  const free = valueIn(bytes, 'e_fr_energy', closing, close)
  const correction = free - electronic
  if (!(Math.abs(correction) > printed_eV)) return { free: electronic, sigma0, correction: 0 }
  return { free, sigma0: rounded(sigma0 + correction), correction: rounded(correction) }
}

function countOf(bytes: Uint8Array, text: string, from: number, to: number): number {
  let count = 0
  for (let at = findText(bytes, text, from, to); at >= 0; at = findText(bytes, text, at + text.length, to)) count++
  return count
}

/** Energies of all ionic steps that are finished and hold an electronic step; no step begins or ends within `dos`, so it is not searched. */
export function ionicSteps(bytes: Uint8Array, dos: Range | null): IonicSteps {
  const nextStep = (from: number): number => {
    const before = dos && from < dos.start ? findText(bytes, '<calculation>', from, dos.start) : -1
    return before >= 0 ? before : findText(bytes, '<calculation>', dos ? Math.max(from, dos.end) : from)
  }
  const energies: number[] = []
  let electronicSteps = 0
  let freeEnergy = NaN
  let correction_eV = 0
  for (let at = nextStep(0); at >= 0; ) {
    const next = nextStep(at + 13)
    const to = next < 0 ? bytes.length : next
    const step = lastElectronicStep(bytes, at, dos && at < dos.start ? Math.min(to, dos.start) : to)
    const energy = step && energiesOf(bytes, step, to)
    if (step && energy) {
      energies.push(energy.sigma0)
      freeEnergy = energy.free
      correction_eV = energy.correction
      electronicSteps = countOf(bytes, '</scstep>', at, step.end + 9)
    }
    at = next
  }
  const freeEnergy_eV = Number.isFinite(freeEnergy) ? freeEnergy : null
  return { energy_eV: Float64Array.from(energies), electronicSteps, freeEnergy_eV, correction_eV }
}
