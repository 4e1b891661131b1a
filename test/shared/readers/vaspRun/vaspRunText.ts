import { densityAt, energyAt, eMax, eMin } from '../vaspDoscar/doscarText'

/** A vasprun.xml as VASP prints it, with the Gaussian bands of the DOSCAR of the same name, so that both must agree. */
export interface VaspRunText {
  readonly elements?: readonly string[]
  readonly nedos?: number
  readonly ispin?: 1 | 2
  /** Field names of the projected part; [] : none. */
  readonly orbitals?: readonly string[]
  readonly nonCollinear?: boolean
  readonly ionicSteps?: number
  readonly withDos?: boolean
  /** eV that only the closing energies of an ionic step hold. */
  readonly dispersion?: number
  readonly system?: string
}

export const spdOrbitals = ['  s', ' py', ' pz', ' px', 'dxy', 'dyz', 'dz2', 'dxz', 'dx2']
/** E(sigma → 0) of an ionic step. */
export const energyOfStep = (step: number): number => -40 - step / 4

const cell = (value: number, digits = 4): string => value.toFixed(digits).padStart(11)
const row = (values: readonly number[]): string => `       <r>${values.map((value) => cell(value)).join('')} </r>`
const energies = (free: number, without: number, zero: number): string =>
  `    <i name="e_fr_energy">${cell(free, 8)} </i>\n    <i name="e_wo_entrp">${cell(without, 8)} </i>\n    <i name="e_0_energy">${cell(zero, 8)} </i>`

function spinSet(spin: number, rows: readonly string[]): string[] {
  return [`      <set comment="spin ${spin}">`, ...rows, '      </set>']
}

export function vaspRunText({
  elements = ['Ru', 'N'],
  nedos = 201,
  ispin = 1,
  orbitals = spdOrbitals,
  nonCollinear = false,
  ionicSteps = 2,
  withDos = true,
  dispersion = 0,
  system = 'Ru on N-C'
}: VaspRunText = {}): string {
  const grid = Array.from({ length: nedos }, (_, i) => energyAt(i, nedos))
  const step = (eMax - eMin) / (nedos - 1)
  const fields = (names: readonly string[]): string[] => names.map((name) => `     <field>${name}</field>`)
  // A non-collinear file prints the magnetisation behind the density.
  const totalSets = nonCollinear ? 4 : ispin
  const total = (spin: number): string[] => {
    let integrated = 0
    return grid.map((energy) => {
      const dos = densityAt(energy, 2 - spin, 0)
      integrated += dos * step
      return row([energy, dos, integrated])
    })
  }
  const sets = nonCollinear ? 4 : ispin
  const ion = (atom: number): string[] => [
    `     <set comment="ion ${atom}">`,
    ...Array.from({ length: sets }, (_, spin) =>
      spinSet(spin + 1, grid.map((energy) => row([energy, ...orbitals.map((_orbital, i) => densityAt(energy, atom, i * sets + spin))])))
    ).flat(),
    '     </set>'
  ]
  const dos = [
    '  <dos>',
    '   <i name="efermi">      1.25000000 </i>',
    '   <total>\n    <array>\n     <dimension dim="1">gridpoints</dimension>',
    ...fields(['energy', 'total', 'integrated']),
    '     <set>',
    ...Array.from({ length: totalSets }, (_, spin) => spinSet(spin + 1, total(spin))).flat(),
    '     </set>\n    </array>\n   </total>',
    ...(orbitals.length === 0 ? [] : ['   <partial>\n    <array>', ...fields(['energy', ...orbitals]), '     <set>', ...elements.flatMap((_, i) => ion(i + 1)), '     </set>\n    </array>\n   </partial>']),
    '  </dos>'
  ]
  const calculation = (index: number): string[] => [
    ' <calculation>',
    ` <scstep>\n   <energy>\n${energies(9, 9, 9)}\n   </energy>\n  </scstep>`,
    ` <scstep>\n   <energy>\n${energies(energyOfStep(index) - 0.01, energyOfStep(index) + 0.01, energyOfStep(index))}\n   </energy>\n  </scstep>`,
    '  <structure>\n   <crystal>\n    <i name="volume">     40.00000000 </i>\n   </crystal>\n  </structure>',
    // As VASP 5 does: the second value is E(sigma → 0), the third an entropy.
    `  <energy>\n${energies(energyOfStep(index) - 0.01 + dispersion, energyOfStep(index) + dispersion, -0.0123)}\n  </energy>`,
    ...(withDos && index === ionicSteps ? dos : []),
    ' </calculation>'
  ]
  return [
    '<?xml version="1.0" encoding="ISO-8859-1"?>',
    '<modeling>',
    ' <generator>\n  <i name="program" type="string">vasp </i>\n  <i name="version" type="string">5.4.4  </i>',
    '  <i name="date" type="string">2024 02 09 </i>\n  <i name="time" type="string">12:34:56 </i>\n </generator>',
    ` <incar>\n  <i type="string" name="SYSTEM">${system}</i>\n  <i type="string" name="GGA"> RP ! revised</i>\n </incar>`,
    ' <kpoints>\n  <varray name="kpointlist" >\n   <v> 0 0 0 </v>\n   <v> 0.5 0 0 </v>\n  </varray>\n </kpoints>',
    ` <parameters>\n   <i name="ENMAX">    450.00000000</i>\n   <i type="int" name="ISPIN">     ${ispin}</i>\n   <i type="logical" name="LNONCOLLINEAR"> ${nonCollinear ? 'T' : 'F'}  </i>`,
    '   <i type="int" name="NELM">    60</i>\n   <i type="int" name="NSW">   100</i>\n   <i type="int" name="IBRION">     2</i>\n   <i type="string" name="GGA">RP</i>\n   <i type="logical" name="LHFCALC"> F  </i>\n   <i type="int" name="IVDW">    12</i>\n </parameters>',
    ` <atominfo>\n  <atoms>       ${elements.length} </atoms>\n  <array name="atoms" >\n   <set>`,
    ...elements.map((element) => `    <rc><c>${element.padEnd(2)}</c><c>   1</c></rc>`),
    '   </set>\n  </array>\n  <array name="atomtypes" >\n   <set>\n    <rc><c>   1</c><c>Ru</c><c> 101.0</c><c> 8.0</c><c>  PAW_PBE Ru 04Feb2005 </c></rc>\n   </set>\n  </array>\n </atominfo>',
    ...Array.from({ length: ionicSteps }, (_, i) => calculation(i + 1)).flat(),
    ' <structure name="finalpos" >\n  <crystal>\n   <i name="volume">     40.00000000 </i>\n  </crystal>\n </structure>',
    '</modeling>',
    ''
  ].join('\n')
}
