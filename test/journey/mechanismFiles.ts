import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { outcarText, type OutcarText } from '../shared/readers/vaspOutcar/outcarText'
import { pseudoVoigt } from '../../src/shared/spectroscopy/pseudoVoigt'

export function put(folder: string, path: string, content: string | Uint8Array): void {
  const full = join(folder, path)
  mkdirSync(dirname(full), { recursive: true })
  writeFileSync(full, content)
}

/** Energies of one slab with adsorbates and of the molecules, in folders as a group would name them. */
export function writeCalculations(folder: string, catalyst: string): number {
  const runs: readonly (readonly [string, OutcarText])[] = [
    ['molecules/HNO3', { energies: [-28.5] }], ['molecules/H2', { energies: [-6.77] }], ['molecules/H2O', { energies: [-14.22] }], [`${catalyst}/calc/slab`, { energies: [-300] }],
    ...([['NO3', -327], ['NO2', -318.4], ['NO', -312.2], ['N', -306.9], ['NH3', -321.6], ['H', -303.8]] as const).flatMap(([species, energy]): (readonly [string, OutcarText])[] => [
      [`${catalyst}/calc/${species}`, { energies: [energy] }], [`${catalyst}/calc/${species}/freq`, { energies: [energy], ibrion: 5, wavenumbers: species === 'H' ? [1100, 800, 700] : [1500, 1200, 600, 300, 120, 90] }]
    ])
  ]
  for (const [path, options] of runs) put(folder, `${path}/OUTCAR`, outcarText(options).replaceAll('Ru on N-C', 'calculation'))
  return runs.length
}

/** Densities of a whole and its parts: 0.4 electrons go from the slab to between the two. */
export function writeDensities(folder: string, catalyst: string): number {
  const [planes, c] = [120, 24]
  const gauss = (z: number, at: number, width: number): number => Math.exp(-0.5 * ((z - at) / width) ** 2) / (width * Math.sqrt(2 * Math.PI))
  const slab = (z: number): number => 40 * gauss(z, 8, 2)
  const adsorbate = (z: number): number => 24 * gauss(z, 13, 1)
  const densities = { AB: (z: number) => slab(z) + adsorbate(z) + 0.4 * (gauss(z, 11, 0.7) - gauss(z, 9.5, 1)), A: slab, B: adsorbate }
  for (const [part, density] of Object.entries(densities)) {
    const values = Array.from({ length: planes }, (_, k) => Array.from({ length: 4 }, () => (c * density((k * c) / planes)).toExponential(10))).flat()
    const rows = Array.from({ length: Math.ceil(values.length / 5) }, (_, i) => ` ${values.slice(5 * i, 5 * i + 5).join(' ')}`)
    put(folder, `${catalyst}/chgdiff/${part}/CHGCAR`, ['made by the project', '1.0', ' 3 0 0', ' 0 3 0', ` 0 0 ${c}`, ' Ru', ' 1', 'Direct', ' 0.0 0.0 0.0', '', `  2  2  ${planes}`, ...rows, 'augmentation occupancies 1 1', ' 0.1', ''].join('\n'))
  }
  return 3
}

/** One file of a hundred spectra: a band that grows with time beside two that stay. */
export function spectralSeries(spectra = 100, points = 1000): string {
  const axis = Array.from({ length: points }, (_, i) => 900 + (900 * i) / (points - 1))
  const header = ['#Acq. time (s)=\t10', '#Accumulations=\t3', '#Laser=\t532.17', '#Instrument=\tLabRAM HR', '#Title=\tRuFe-NC', '#AxisType[2]=\tTime', '#AxisUnit[2]=\ts']
  const rows = Array.from({ length: spectra }, (_, k) => [10 * k, ...axis.map((x, i) => (500 + 0.1 * x + pseudoVoigt(x, { centre: 1381, fwhm: 58, height: 400, eta: 0.6 }) + pseudoVoigt(x, { centre: 1591, fwhm: 52, height: 380, eta: 0.6 })
    + pseudoVoigt(x, { centre: 1140, fwhm: 26, height: 2 * k, eta: 0.6 }) + 3 * Math.sin(i * 12.9898 + k * 78.233)).toFixed(2))].join('\t'))
  return [...header, ['', ...axis.map((x) => x.toFixed(3))].join('\t'), ...rows, ''].join('\r\n')
}

/** A DOSCAR of about so many bytes: every line as VASP prints it. */
export function largeDoscar(bytes: number): Uint8Array {
  const [nedos, orbitals] = [2000, 9]
  const energy = (i: number): number => -15 + (20 * i) / (nedos - 1)
  const row = (i: number): string => `${energy(i).toFixed(3).padStart(11)}${Array.from({ length: orbitals }, (_, k) => (Math.exp(-0.5 * ((energy(i) + 2 + k / 10) / 1.4) ** 2) / 5).toExponential(4).toUpperCase().padStart(12)).join('')}`
  const grid = `${(5).toFixed(8).padStart(16)}${(-15).toFixed(8).padStart(16)}${String(nedos).padStart(5)}${(0).toFixed(8).padStart(16)}${(1).toFixed(8).padStart(16)}`
  const atom = [grid, ...Array.from({ length: nedos }, (_, i) => row(i)), ''].join('\n')
  const atoms = Math.max(1, Math.round(bytes / atom.length))
  let counted = 0
  const states = (i: number): number => atoms * Array.from({ length: orbitals }, (_, k) => Math.exp(-0.5 * ((energy(i) + 2 + k / 10) / 1.4) ** 2) / 5).reduce((sum, value) => sum + value, 0)
  const total = Array.from({ length: nedos }, (_, i) => {
    counted += i === 0 ? 0 : ((states(i) + states(i - 1)) / 2) * (20 / (nedos - 1))
    return `${energy(i).toFixed(3).padStart(11)}${states(i).toExponential(4).toUpperCase().padStart(12)}${counted.toExponential(4).toUpperCase().padStart(12)}`
  })
  const count = String(atoms).padStart(4)
  return Buffer.from([`${count}${count}   1   0`, '  0.1612480E+02  0.8124300E-09  0.8124300E-09  0.1800000E-08  0.5000000E-15', '  1.000000000000000E-004', '  CAR ', ' large', grid, ...total, ...Array.from({ length: atoms }, () => atom.slice(0, -1)), ''].join('\n'), 'latin1')
}
