import { interpolate } from '../../numerics/interpolate'
import { trapezoid } from '../../numerics/trapezoid'
import { backgroundOf, type BackgroundKind } from '../../spectroscopy/background'

export interface ValenceBand {
  /** Binding energy rising, eV, inside the window with interpolated ends. */
  readonly bindingEnergy_eV: readonly number[]
  readonly intensity: readonly number[]
  readonly background: readonly number[]
  /** ∫BE·I/∫I above the background, eV (positive). */
  readonly centre_eV: number
}

/** Centre of a valence band between two binding energies. RangeError where the spectrum does not cover the window or leaves no signal. */
export function valenceBandCentre(bindingEnergy_eV: ArrayLike<number>, intensity: ArrayLike<number>, from_eV: number, to_eV: number, kind: BackgroundKind): ValenceBand {
  const points = Array.from({ length: bindingEnergy_eV.length }, (_, i) => [bindingEnergy_eV[i]!, intensity[i]!] as const).filter(([x, y]) => Number.isFinite(x) && Number.isFinite(y)).sort((a, b) => a[0] - b[0])
  const [x, y] = [points.map(([be]) => be), points.map(([, i]) => i)]
  const ends = [from_eV, to_eV].map((be) => (x.length === 0 ? undefined : interpolate(x, y, be)))
  if (ends[0] === undefined || ends[1] === undefined || !(from_eV < to_eV)) throw new RangeError(`the spectrum does not reach from ${from_eV} to ${to_eV} eV binding energy.`)
  const inside = points.filter(([be]) => be > from_eV && be < to_eV)
  const be = [from_eV, ...inside.map(([value]) => value), to_eV]
  const signal = [ends[0], ...inside.map(([, value]) => value), ends[1]]
  const background = backgroundOf(kind, be, signal)
  const net = signal.map((value, i) => value - background[i]!)
  const area = trapezoid(be, net)
  if (!(area > 0)) throw new RangeError('nothing is left above the background in this window.')
  return { bindingEnergy_eV: be, intensity: signal, background, centre_eV: trapezoid(be, net.map((value, i) => value * be[i]!)) / area }
}
