import { chiTable } from './chiTable'
import { labTime } from './labClock'
import { randomOf } from './random'
import { SIMULATED } from './recording'
import type { Simulated } from './simulatedFile'

/** Made up: Rs–(Rct ∥ CPE). */
export const simulatedCircuit = { rs_ohm: 5.2, rct_ohm: 38, q: 1.6e-3, n: 0.88 } as const
const POINTS_PER_DECADE = 10

/** One spectrum from 100 kHz to 0.1 Hz with 0.3 % noise. */
export function simulatedImpedance(catalyst: string, seed: number, startHour: number): Simulated {
  const fileName = `${catalyst}_EIS_-0.3V`
  const random = randomOf(seed, fileName)
  const rows = Array.from({ length: 6 * POINTS_PER_DECADE + 1 }, (_, i) => {
    const frequency = 10 ** (5 - i / POINTS_PER_DECADE)
    const { re, im } = impedanceAt(frequency)
    const noisy = (value: number): number => value + 0.003 * Math.hypot(re, im) * random.normal()
    const [zr, zi] = [noisy(re), noisy(im)]
    return [frequency.toExponential(3), zr.toExponential(4), zi.toExponential(4), Math.hypot(zr, zi).toExponential(4), ((Math.atan2(zi, zr) * 180) / Math.PI).toFixed(1)].join(', ')
  })
  const text = chiTable({
    technique: 'A.C. Impedance', fileName, sample: catalyst, startedAt: labTime(startHour), columns: 'Freq/Hz, Z\'/ohm, Z"/ohm, Z/ohm, Phase/deg', rows,
    parameters: ['Init E (V) = -0.911', 'High Frequency (Hz) = 1e+5', 'Low Frequency (Hz) = 0.1', 'Amplitude (V) = 0.005', 'Quiet Time (sec) = 2']
  })
  return { files: [{ path: `${catalyst}/EIS/${fileName}.txt`, text, encoding: 'utf8' }], rows: [{ file: `${fileName}.txt`, catalyst, technique: 'EIS', potential_V: -0.3, reference: 'RHE', note: SIMULATED }] }
}

/** Z = Rs + Rct/(1 + Rct·Q·(jω)ⁿ). */
function impedanceAt(frequency_Hz: number): { re: number; im: number } {
  const { rs_ohm, rct_ohm, q, n } = simulatedCircuit
  const size = rct_ohm * q * (2 * Math.PI * frequency_Hz) ** n
  const [a, b] = [1 + size * Math.cos((n * Math.PI) / 2), size * Math.sin((n * Math.PI) / 2)]
  const square = a * a + b * b
  return { re: rs_ohm + (rct_ohm * a) / square, im: (-rct_ohm * b) / square }
}
