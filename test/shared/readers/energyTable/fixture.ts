import type { Fixture } from '../fixture'

/** The path of the design's worked example; the hardest step is that of the paper's Ru-NC. */
export const examplePath = [['*NO3', -0.62, -1], ['*NO2', -1.35, 1], ['*HNO2', -0.886, 2], ['*NO', -1.9, 3], ['*NOH', -1.6, 4], ['*N', -2.4, 5], ['*NH', -2.75, 6], ['*NH2', -3.2, 7], ['*NH3', -3.6, 8], ['NH3', -3.1, 8]] as const
export const energiesCsv = (catalyst = 'Ru-NC', path: readonly (readonly [string, number, number])[] = examplePath): string =>
  ['catalyst,species,G (eV),electrons', ...path.map(([species, G, n]) => `${catalyst},${species},${G},${n}`), ''].join('\n')
export const fixtures: readonly Fixture[] = [{ reader: 'energy-table', name: 'energies.csv', bytes: new TextEncoder().encode(energiesCsv()) }]
