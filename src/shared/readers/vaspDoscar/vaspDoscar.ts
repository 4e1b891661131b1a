/**
 * VASP DOSCAR (LORBIT 10, 11, 12; ISPIN 1, 2; non-collinear).
 * Line 1 atoms; line 2 volume per atom (Å³); line 4 'CAR'; line 5 system; line 6 Emax Emin NEDOS E_F weight.
 * Then NEDOS rows: energy, DOS, integrated DOS (ISPIN 1) or energy, up, down, integrated up, integrated down (ISPIN 2).
 * Then, with LORBIT, per atom line 6 again and NEDOS rows: energy and one column an orbital (two interleaved with spins,
 * four with non-collinear magnetism). Energies stay as printed, not shifted by E_F. Element names come from POSCAR. LOBSTER's: lobsterDos.ts.
 */
import type { Column, Measurement, NamedValue } from '../../measurement'
import { endOfLastRow } from '../text/plainRows'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { dosBlock, type DosBlock } from './dosBlock'
import { dosGrid, doscarHeader, lineAt, looksLikeDoscar, type DoscarHeader } from './doscarHeader'
import { isLobster, lobsterDos } from './lobsterDos'
import { orbitalLayout } from './orbitalLayout'
import { siblingElements } from './siblingElements'
import { siblingFermi } from './siblingFermi'
import { stateCountRatios } from './stateCount'
import { states, totalColumns } from './totalColumns'

interface Projection {
  readonly columns: readonly Column[]
  readonly blocks: number
  readonly width: number
  readonly layout: string
  readonly damaged: number
  readonly warnings: readonly string[]
  readonly complete: boolean
}

function projection(bytes: Uint8Array, from: number, header: DoscarHeader, ispin: 1 | 2, lastLine: number): Projection {
  const columns: Column[] = []
  const warnings: string[] = []
  const energy = new Float64Array(header.nedos)
  let at = from
  let blocks = 0
  let width = 0
  let damaged = 0
  let isBroken = false
  let layout = orbitalLayout(0, ispin)
  for (; blocks < header.nions; blocks++) {
    const { text, next } = lineAt(bytes, at)
    if (text.trim() === '') break
    const block = dosGrid(text)?.nedos === header.nedos ? dosBlock(bytes, next, header.nedos, lastLine, energy) : null
    isBroken = block === null || block.rows < header.nedos || (blocks > 0 && block.columns.length !== width)
    if (isBroken || block === null) break
    if (blocks === 0) {
      width = block.columns.length
      layout = orbitalLayout(width - 1, ispin)
      if (layout.warning) warnings.push(layout.warning)
    }
    for (let i = 1; i < width; i++) {
      const isState = !layout.isMagnetisation(i - 1)
      columns.push({
        name: `atom ${blocks + 1} ${layout.columns[i - 1]!}`,
        quantity: isState ? 'dos' : 'other',
        unit: states,
        values: block.columns[i]!
      })
    }
    damaged += block.damaged
    at = block.end
  }
  const isEmpty = blocks === 0 && !isBroken
  if (isEmpty) warnings.push('The file holds no projected DOS, so no d band; run VASP again with LORBIT = 11.')
  else if (blocks < header.nions)
    warnings.push(`The file ends within the projected DOS of atom ${blocks + 1} of ${header.nions}; the ${blocks} complete atoms are kept.`)
  return {
    columns,
    blocks,
    width,
    layout: blocks === 0 ? 'no projected DOS' : layout.name,
    damaged,
    warnings,
    complete: isEmpty || blocks === header.nions
  }
}

function facts(header: DoscarHeader, ispin: 1 | 2, projected: Projection, total: DosBlock, elements: readonly string[] | undefined): NamedValue[] {
  const { nions, nedos, fermiEnergy_eV, eMin_eV, eMax_eV, volumePerAtom_A3 } = header
  const values: [string, string | number][] = [
    ...Object.entries({ nions, nedos, fermiEnergy_eV, eMin_eV, eMax_eV, ispin }),
    ['layout', projected.layout],
    ['pdosBlocks', projected.blocks],
    ['pdosColumns', projected.width],
    ...(Number.isFinite(volumePerAtom_A3) ? [['volumePerAtom_A3', volumePerAtom_A3] as [string, number]] : []),
    ...(total.rows === nedos ? stateCountRatios(total.columns, ispin) : []),
    ...(elements ? [['elements', elements.join(' ')] as [string, string]] : [])
  ]
  return values.map(([name, value]) => ({ name, value }))
}

function measurement(file: ReadableFile): Measurement {
  const header = doscarHeader(file.bytes)
  const lastLine = endOfLastRow(file.bytes, 'blank')
  const total = dosBlock(file.bytes, header.end, header.nedos, lastLine)
  const width = total.columns.length
  if (width !== 0 && width !== 3 && width !== 5)
    throw new ReadError(`Line 7 has ${width} numbers; a total DOS has 3 (one spin) or 5 (two spins). The file is damaged, copy it again.`, {
      line: 7
    })
  if (total.rows === 0) throw new ReadError('The DOSCAR ends before its total DOS; copy it again when the calculation has finished.', { line: 7 })
  const ispin = width === 3 ? 1 : 2
  const isTotalComplete = total.rows === header.nedos
  if (isLobster(header.system) && isTotalComplete) return lobsterDos({ bytes: file.bytes, header, total, ispin, lastLine })
  const projected = isTotalComplete
    ? projection(file.bytes, total.end, header, ispin, lastLine)
    : {
        columns: [],
        blocks: 0,
        width: 0,
        layout: 'no projected DOS',
        damaged: 0,
        warnings: [
          `The file ends after ${total.rows} of ${header.nedos} energies of the total DOS; copy it again when the calculation has finished.`
        ],
        complete: false
      }
  const structure = siblingElements(file, header)
  const otherRun = siblingFermi(file, header)
  const found = facts(header, ispin, projected, total, structure.elements)
  const ratio = found.find(({ name }) => name === 'stateCountRatio')?.value
  const damaged = total.damaged + projected.damaged
  const warnings = [
    ...projected.warnings,
    ...(damaged > 0 ? [`${damaged} values are no numbers ("****" or numbers that touch); they are left empty.`] : []),
    ...(typeof ratio === 'number' && Math.abs(ratio - 1) > 0.02
      ? [
          `The total DOS holds ${ratio.toFixed(3)} of the states that VASP counted: the energy grid is too coarse, raise NEDOS or the smearing.`
        ]
      : []),
    ...(structure.warning ? [structure.warning] : []),
    ...(otherRun === null ? [] : [otherRun])
  ]
  return {
    technique: 'DOS',
    title: header.system,
    columns: [...totalColumns(total, ispin), ...projected.columns],
    segments: [],
    settings: header.system ? [{ name: 'system', value: header.system }] : [],
    facts: found,
    header: {},
    startedAt: null,
    signConvention: null,
    warnings,
    complete: projected.complete
  }
}

export const vaspDoscar: Reader = {
  id: 'vasp-doscar',
  format: 'VASP density of states (DOSCAR)',
  vendor: 'VASP',
  recognises: (head: FileHead): Recognition | null =>
    looksLikeDoscar(head.bytes) ? { confidence: 'certain', why: 'line 4 is "CAR", and line 6, where it is there, gives the energy grid of a DOSCAR' } : null,
  read: (file: ReadableFile): ReadResult => ({ measurements: [measurement(file)] })
}
