/**
 * VASP vasprun.xml (5.2 … 6). <modeling> holds <generator>, <incar>, <parameters>, <atominfo>, then one <calculation> per ionic step with
 * its <scstep>s; the last <dos> holds efermi, <total> (one set per spin) and, with LORBIT, <partial> (sets ion n / spin n; four spins are the
 * density and mx, my, mz). Traps: the closing <energy> of VASP 5 mislabels its values, so E(sigma → 0) comes from the last <scstep>; LORBIT is
 * written as F although projected states are there; a killed job leaves a file without its end. Numbers are scanned straight from the bytes.
 */
import type { Column, Measurement, NamedValue } from '../../measurement'
import { stateCountRatios } from '../vaspDoscar/stateCount'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { lastDos, type DosSlice } from './dosSlice'
import { findText, findTextBackwards, latin1Text } from './findText'
import { ionicSteps, type IonicSteps } from './ionicSteps'
import { projectedDos } from './projectedDos'
import { runFacts } from './runFacts'
import { runHeader, type RunHeader } from './runHeader'
import { totalDos, type TotalDos } from './totalDos'

interface Found {
  readonly columns: readonly Column[]
  readonly facts: readonly [string, string | number | boolean][]
  readonly warnings: readonly string[]
  readonly complete: boolean
}

function totalColumns({ energy, total, integrated }: TotalDos, ispin: 1 | 2): Column[] {
  const name = (what: string, spin: number): string => (ispin === 1 ? what : `${what} ${spin === 0 ? 'up' : 'down'}`)
  return [
    { name: 'energy', quantity: 'energy', unit: 'eV', values: energy },
    ...total.map((values, spin): Column => ({ name: name('total DOS', spin), quantity: 'dos', unit: 'states/eV', values })),
    ...integrated.map((values, spin): Column => ({ name: name('integrated DOS', spin), quantity: 'other', unit: 'states', values }))
  ]
}

function numberNamed(bytes: Uint8Array, name: string, from: number, to: number): number {
  const at = findTextBackwards(bytes, `name="${name}"`, to, from)
  const text = at < 0 ? '' : latin1Text(bytes, at, at + 100)
  return Number(/>\s*([+-]?[\d.]+)\s*</.exec(text)?.[1] ?? NaN)
}

/** The densities of states; null: the file has none that can be used. */
function densities(bytes: Uint8Array, header: RunHeader, slice: DosSlice | null): Found | null {
  // Without collinear spins further sets are parts of the magnetisation, not spins.
  const total = slice && totalDos(bytes, slice.start, slice.end, header.tag('LNONCOLLINEAR') === 'T' ? 1 : 2)
  if (!slice || !total || total.rows < 2) return null
  const ispin = header.tag('ISPIN') === '2' || total.total.length === 2 ? 2 : 1
  const projected = projectedDos(bytes, total.end, slice.end, total.rows)
  const fermi = numberNamed(bytes, 'efermi', slice.start, total.end)
  const isWhole = total.complete && total.total.length === ispin
  const ratios = isWhole ? stateCountRatios([total.energy, ...total.total, ...total.integrated], ispin) : []
  const ratio = ratios[0]?.[1]
  const nions = header.nions ?? projected.blocks
  const damaged = total.damaged + projected.damaged
  const isCut = !isWhole || !slice.complete || (projected.blocks > 0 && projected.blocks < nions)
  const warnings = [
    ...(!isWhole ? [`The file ends within the total DOS; its first ${total.rows} energies are kept.`] : []),
    ...(isWhole && projected.blocks === 0 && slice.complete
      ? ['The file holds no projected DOS, so no d band; run VASP again with LORBIT = 11.']
      : []),
    ...(isWhole && isCut
      ? [`The projected DOS ends within atom ${projected.blocks + 1} of ${nions}; the ${projected.blocks} complete atoms are kept.`]
      : []),
    ...(damaged > 0 ? [`${damaged} values are no numbers ("****"); they are left empty.`] : []),
    ...(Number.isFinite(fermi) ? [] : ['The Fermi energy of the density of states is missing, so energies cannot be given relative to it.']),
    ...(ratio !== undefined && Math.abs(ratio - 1) > 0.02
      ? [`The total DOS holds ${ratio.toFixed(3)} of the states that VASP counted: the energy grid is too coarse, raise NEDOS or the smearing.`]
      : [])
  ]
  const facts: [string, string | number][] = [
    ['nedos', total.rows],
    ...(Number.isFinite(fermi) ? [['fermiEnergy_eV', fermi] as [string, number]] : []),
    ['eMin_eV', total.energy[0]!],
    ['eMax_eV', total.energy[total.rows - 1]!],
    ['ispin', ispin],
    ['layout', projected.layout],
    ['pdosBlocks', projected.blocks],
    ['pdosColumns', projected.width],
    ...ratios
  ]
  return { columns: [...totalColumns(total, ispin), ...projected.columns], facts, warnings, complete: !isCut }
}

/** Without densities the ionic steps are what a file has. */
function stepColumns({ energy_eV }: IonicSteps): Column[] {
  return [
    { name: 'ionic step', quantity: 'other', unit: '', values: energy_eV.map((_, i) => i + 1) },
    { name: 'energy(sigma->0)', quantity: 'energy', unit: 'eV', values: energy_eV }
  ]
}

function measurement({ bytes }: ReadableFile): Measurement {
  if (findText(bytes, '<modeling>', 0, 2000) < 0) throw new ReadError('The file holds no <modeling> element; export or copy the vasprun.xml again.')
  const header = runHeader(bytes)
  const slice = lastDos(bytes)
  const steps = ionicSteps(bytes, slice)
  const dos = densities(bytes, header, slice)
  const hasEnd = findTextBackwards(bytes, '</modeling>') >= 0
  if (!dos && steps.energy_eV.length === 0 && header.elements.length === 0)
    throw new ReadError('The vasprun.xml ends before its list of atoms; copy it again when the calculation has run.')
  const volume = numberNamed(bytes, 'volume', 0, bytes.length)
  const facts = [...runFacts(header, steps, volume, { isFinished: hasEnd, withSpin: dos === null }), ...(dos?.facts ?? [])]
  const asked = ['PREC', 'ALGO', 'NEDOS', 'LORBIT', 'ISMEAR', 'SIGMA', 'EDIFF', 'EDIFFG', 'NSW', 'NELM', 'IBRION', 'ISIF', 'MAGMOM']
  const settings: [string, string][] = [
    ['system', header.system],
    ['version', header.version],
    ...asked.map((name): [string, string] => [name, header.tag(name) ?? ''])
  ]
  return {
    technique: dos ? 'DOS' : 'OTHER',
    title: header.system,
    columns: dos?.columns ?? stepColumns(steps),
    segments: [],
    settings: settings.flatMap(([name, value]): NamedValue[] => (value === '' ? [] : [{ name, value }])),
    facts: facts.map(([name, value]) => ({ name, value })),
    header: {},
    startedAt: header.startedAt,
    signConvention: null,
    warnings: [
      ...(hasEnd ? [] : [`The file is cut off: the calculation was stopped or still runs; it holds ${steps.energy_eV.length} finished ionic steps.`]),
      ...(dos ? dos.warnings : ['The file holds no density of states; run VASP to its end, with LORBIT = 11 for a d band.'])
    ],
    complete: hasEnd && (dos?.complete ?? true)
  }
}

export const vaspRun: Reader = {
  id: 'vasp-run',
  format: 'VASP run (vasprun.xml)',
  vendor: 'VASP',
  recognises: ({ bytes }: FileHead): Recognition | null => {
    if (findText(bytes, '<modeling>', 0, 2000) < 0) return null
    const text = latin1Text(bytes, 0, 2000)
    const version = /name="version"[^>]{0,40}>\s*([\d.]{1,20})/.exec(text)?.[1]
    return /name="program"[^>]{0,40}>vasp/i.test(text)
      ? { confidence: 'certain', why: 'it is XML whose <modeling> was written by the program vasp', ...(version ? { version } : {}) }
      : null
  },
  read: (file: ReadableFile): ReadResult => ({ measurements: [measurement(file)] })
}
