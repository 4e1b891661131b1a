/** An OUTCAR with the lines of a real one that matter, in their order. */
export interface OutcarText {
  readonly elements?: readonly [string, number][]
  readonly energies?: readonly number[]
  readonly ibrion?: number
  readonly ispin?: 1 | 2
  readonly isConverged?: boolean
  readonly isRelaxed?: boolean
  readonly isFinished?: boolean
  /** cm⁻¹; negative: imaginary. */
  readonly wavenumbers?: readonly number[]
  readonly hybrid?: boolean
  readonly metaGga?: string | null
}

export const meVPerCm = 0.1239842
const fixed = (value: number, width: number, digits = 8): string => value.toFixed(digits).padStart(width)

const modeLine = (cm: number, i: number): string =>
  `${String(i + 1).padStart(4)} f${cm < 0 ? '/i=' : '  ='} ${fixed(Math.abs(cm) / 33.356, 11, 6)} THz ${fixed(Math.abs(cm) / 5.3088, 12, 6)} 2PiTHz ${fixed(Math.abs(cm), 11, 6)} cm-1 ${fixed(Math.abs(cm) * meVPerCm, 12, 6)} meV`

export function outcarText({
  elements = [['Ru', 2], ['N', 1]],
  energies = [-10.5, -10.75, -10.875],
  ibrion = 2,
  ispin = 2,
  isConverged = true,
  isRelaxed = true,
  isFinished = true,
  wavenumbers = [],
  hybrid = false, metaGga = null
}: OutcarText = {}): string {
  const nions = elements.reduce((sum, [, count]) => sum + count, 0)
  const list = ['', ' Eigenvectors and eigenvalues of the dynamical matrix', ...wavenumbers.flatMap((cm, i) => ['', modeLine(cm, i), '             X         Y         Z           dx          dy          dz', '      1.0 0.9  2.5    -0.0    0.0   -0.02'])]
  return [
    ' vasp.5.4.4.18Apr17-6-g9f103f2a35 (build Jun 11 2017 21:30:58) complex',
    ' ',
    ' executed on             LinuxIFC date 2024.02.09  12:34:56',
    ' INCAR:',
    '   ENCUT = 450.000000',
    ...elements.flatMap(([symbol]) => [` POTCAR:    PAW_PBE ${symbol}_pv 04Feb2005`]),
    ...elements.flatMap(([symbol]) => [`   VRHFIN =${symbol}: 4p5s4d`, `   TITEL  = PAW_PBE ${symbol}_pv 04Feb2005                 `]),
    ...(metaGga === null ? [] : [` METAGGA = ${metaGga.slice(0, 5).padEnd(5)}    LMAXTAU =  6    LMIXTAU =  T`]),
    ' Dimension of arrays:',
    '   k-points           NKPTS =      5   k-points in BZ     NKDIM =      5   number of bands    NBANDS=     15',
    `   number of dos      NEDOS =    301   number of ions     NIONS = ${String(nions).padStart(6)}`,
    `   ions per type =            ${elements.map(([, count]) => String(count).padStart(4)).join('')}`,
    ' SYSTEM =  Ru on N-C                               ',
    ` Startparameter for this run:`,
    `   ISPIN  =      ${ispin}    spin polarized calculation?`,
    '   LNONCOLLINEAR =      F non collinear calculations',
    '   METAGGA=      F    non-selfconsistent MetaGGA calc.',
    '   ENCUT  =  450.0 eV  33.81 Ry    5.81 a.u.   8.93  8.93 58.18*2*pi/ulx,y,z',
    '   NELM   =     60;   NELMIN=  2; NELMDL=  0     # of ELM steps ',
    `   NSW    =    100    number of steps for IOM`,
    `   IBRION = ${String(ibrion).padStart(6)}    ionic relax: 0-MD 1-quasi-New 2-CG`,
    '   GGA     =    RP    GGA type',
    `   LHFCALC =     ${hybrid ? 'T' : 'F'}    Hartree Fock is set to`,
    '   IVDW         =     12    vdW',
    '  volume of cell :       60.02',
    ...energies.flatMap((energy, i) => [
      `--------------------------------------- Iteration ${String(i + 1).padStart(6)}(   1)  ---------------------------------------`,
      ' number of electron      22.0000000 magnetization       3.2500000',
      `  free energy    TOTEN  =${fixed(energy + 100, 20)} eV`,
      ` E-fermi : ${fixed(1 + i / 4, 8, 4)}     XC(G=0): -10.1099     alpha+bet :-11.1547`,
      ' magnetization (x)',
      ' # of ion       s       p       d       tot',
      `------------------------ aborting loop ${isConverged || i < energies.length - 1 ? 'because EDIFF is' : 'EDIFF was not'} reached ----------------------------------------`,
      '  volume of cell :       60.03',
      '  FREE ENERGIE OF THE ION-ELECTRON SYSTEM (eV)',
      `  free  energy   TOTEN  =${fixed(energy - 0.01, 20)} eV`,
      '',
      `  energy  without entropy=${fixed(energy + 0.01, 19)}  energy(sigma->0) =${fixed(energy, 19)}`
    ]),
    ...(ibrion < 4 && isRelaxed ? [' reached required accuracy - stopping structural energy minimisation'] : []),
    ...(wavenumbers.length > 0 ? [...list, '', ' Eigenvectors after division by SQRT(mass)', ...list] : []),
    ...(isFinished ? [' General timing and accounting informations for this job:', ' ========================================================'] : []),
    ''
  ].join('\n')
}
