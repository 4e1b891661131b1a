import { SIMULATED } from './recording'
import type { SimulatedFile } from './simulatedFile'

type State = readonly [species: string, electrons: number]
const nitrate: readonly State[] = [['NO3-', 0], ['*NO3', -1], ['*NO2', 1], ['*HNO2', 2], ['*NO', 3], ['*NOH', 4], ['*N', 5], ['*NH', 6], ['*NH2', 7], ['*NH3', 8], ['NH3', 8]]
const hydrogen: readonly State[] = [['H2O', 0], ['*H2O', 0], ['*H', 1], ['1/2 H2', 1]]

/**
 * Free energies at 0 V vs RHE and pH 7. The paper prints three steps of Ru (Sec. 3.1): *NO2 to *HNO2 0.464 eV, H2O to *H2O −0.409 eV and *H to
 * H2 0.316 eV, and for the alloys only which way they differ; everything else is made up so that it keeps to that and closes at −8 e E°.
 */
const paths: readonly (readonly [catalyst: string, nitrate_eV: readonly number[], hydrogen_eV: readonly number[]])[] = [
  ['RuFe-NC', [0, -0.98, -1.52, -1.24, -2.31, -2.05, -3.19, -3.94, -4.71, -5.93, -5.976], [0, -0.561, -0.431, 0]],
  ['RuCo-NC', [0, -1.02, -1.57, -1.31, -2.4, -2.16, -3.27, -4.05, -4.8, -5.95, -5.976], [0, -0.587, -0.452, 0]],
  ['RuNi-NC', [0, -0.91, -1.48, -1.15, -2.22, -1.93, -3.08, -3.83, -4.62, -5.9, -5.976], [0, -0.533, -0.409, 0]],
  ['RuCu-NC', [0, -0.84, -1.41, -1.36, -2.19, -1.62, -2.71, -2.28, -3.9, -5.87, -5.976], [0, -0.476, -0.371, 0]],
  ['Ru-NC', [0, -0.62, -1.35, -0.886, -1.7, -1.37, -2.42, -3.05, -3.81, -5.6, -5.976], [0, -0.409, -0.316, 0]]
]
/** Steps that stand in the paper; their states are as printed, counted from a made-up beginning. */
const printed = new Set(['Ru-NC *HNO2', 'Ru-NC *H2O', 'Ru-NC 1/2 H2'])

export function simulatedEnergies(): SimulatedFile {
  const row = (catalyst: string, pathway: string, values: readonly number[]) => ([species, electrons]: State, i: number): string =>
    [catalyst, pathway, species, values[i], electrons, `"${printed.has(`${catalyst} ${species}`) ? 'step into it printed in Sec. 3.1, otherwise ' : ''}${SIMULATED}"`].join(',')
  const lines = paths.flatMap(([catalyst, n, h]) => [...nitrate.map(row(catalyst, 'NO3RR', n)), ...hydrogen.map(row(catalyst, 'HER', h))])
  return { path: 'energies.csv', text: ['catalyst,pathway,species,G (eV),electrons,source', ...lines, ''].join('\r\n'), encoding: 'utf8' }
}
