import { BOLTZMANN_EV_PER_K } from '../constants'

/** hc in eV cm (CODATA 2018). */
const EV_PER_CM1 = 1.239841984e-4

export interface HarmonicCorrection {
  /** ½Σhν, eV. */
  readonly zeroPointEnergy_eV: number
  /** Vibrational internal energy without the zero point, eV. */
  readonly thermalEnergy_eV: number
  /** T·S, eV. */
  readonly entropyTerm_eV: number
  /** Modes that were raised to the floor. */
  readonly clamped: number
}

/**
 * Harmonic corrections of an adsorbate from its real modes (cm⁻¹). Modes below the floor are raised to it for the entropy and the
 * thermal energy, whose terms explode at low wavenumbers; the zero-point energy keeps them as they are. Imaginary modes are
 * not given here. Cramer, Essentials of Computational Chemistry, ch. 10. RangeError for a mode or temperature that is not positive.
 */
export function harmonicCorrection(modes_cm: readonly number[], temperature_K: number, floor_cm: number): HarmonicCorrection {
  if (!(temperature_K > 0) || !modes_cm.every((mode) => mode > 0)) throw new RangeError('Vibrations need positive wavenumbers and a temperature above 0 K.')
  const kT = BOLTZMANN_EV_PER_K * temperature_K
  let [zero, thermal, entropy, clamped] = [0, 0, 0, 0]
  for (const mode of modes_cm) {
    zero += (EV_PER_CM1 * mode) / 2
    if (mode < floor_cm) clamped += 1
    const energy = EV_PER_CM1 * Math.max(mode, floor_cm)
    const x = energy / kT
    thermal += energy / Math.expm1(x)
    entropy += kT * (x / Math.expm1(x) - Math.log1p(-Math.exp(-x)))
  }
  return { zeroPointEnergy_eV: zero, thermalEnergy_eV: thermal, entropyTerm_eV: entropy, clamped }
}
