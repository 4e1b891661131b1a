/**
 * VAMAS (ISO 14976; .vms, .npl): surface analysis, above all XPS.
 * One value per line: the format line, experiment header, then blocks (= spectra) of fixed order whose length depends on mode, scan
 * mode and technique; values interleaved by ordinate; 'end of experiment'. 1E+37 means "not given".
 * Traps: blank lines before the format line (Kratos), NULs in texts (PHI), 'number of values' counts points × ordinates, the
 * abscissa is kinetic or binding energy in any letter case and may run downwards, a second ordinate 'Transmission'; CasaXPS leaves its
 * calibration and its components in the comment of a block (casaFit.ts).
 */
import type { Measurement, Technique } from '../../measurement'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { asSingleBytes } from '../text/asSingleBytes'
import { beginningText } from '../text/beginningText'
import { LineCursor } from './lineCursor'
import { vamasBlock, type VamasBlock } from './vamasBlock'
import { bindingEnergyName, rowsOf } from './vamasColumns'
import { vamasHeader, vamasMark, type VamasHeader } from './vamasHeader'
import { vamasGroups, vamasSeries } from './vamasSeries'

const mostBlocks = 100_000

function recognises(head: FileHead): Recognition | null {
  const text = beginningText(asSingleBytes(head.bytes), 400)
  return text.trimStart().startsWith(vamasMark) ? { confidence: 'certain', why: 'it begins with the VAMAS format line', version: 'ISO 14976' } : null
}

function read(file: ReadableFile): ReadResult {
  const cursor = new LineCursor(asSingleBytes(file.bytes))
  const header = vamasHeader(cursor)
  if (header.blocks > mostBlocks)
    throw new ReadError(`The VAMAS file announces ${header.blocks} blocks, more than ${mostBlocks}; export fewer spectra at a time.`)
  const blocks: VamasBlock[] = []
  let problem: string | null = null
  for (let i = 0; i < header.blocks && problem === null; i += 1) {
    try {
      const block = vamasBlock(cursor, header)
      if (rowsOf(block) > 0 || block.declared === 0) blocks.push(block)
      if (block.values.length < block.declared) {
        const held = `${block.values.length} of the ${block.declared} values that it announces, up to line ${cursor.line}`
        problem = `Block ${i + 1} of ${header.blocks} ("${block.name}") holds ${held}; what follows was not read.`
      }
    } catch (error) {
      if (!(error instanceof ReadError) || blocks.length === 0) throw error
      problem = `Only ${blocks.length} of ${header.blocks} blocks could be read: ${error.message}`
    }
  }
  if (blocks.length === 0) throw new ReadError('The VAMAS file holds no spectrum; export it again with at least one block.')
  const groups = vamasGroups(blocks, header.mode)
  const last = blocks.at(-1)
  return { measurements: groups.map((group) => measurementOf(group, header, last !== undefined && group.includes(last) ? problem : null)) }
}

/** UPS spectra are photoelectron spectra too; the fact 'technique' keeps the file's word. */
const techniqueOf = (name: string): Technique => (name === 'XPS' || name === 'UPS' ? 'XPS' : 'OTHER')

/** PHI calls its blocks 'Block No.1': the region says more. */
function titleOf({ name, region }: VamasBlock, isSeries: boolean): string {
  if (isSeries || region === '') return region || name
  return name.includes(region) ? name : `${name}: ${region}`
}

function measurementOf(group: readonly VamasBlock[], header: VamasHeader, problem: string | null): Measurement {
  const block = group[0]!
  const { columns, segments } = vamasSeries(group)
  const isDerived = columns.some(({ name }) => name === bindingEnergyName)
  const isIncomplete = problem !== null
  return {
    technique: techniqueOf(block.technique), title: titleOf(block, group.length > 1), columns, segments,
    settings: [...header.settings, ...block.settings, ...(group.length > 1 ? [] : block.fit.components)],
    facts: [
      { name: 'technique', value: block.technique }, { name: 'experimentMode', value: header.mode }, { name: 'scanMode', value: header.scanMode },
        { name: 'region', value: block.region },
      ...(block.sourceEnergy_eV > 0 ? [{ name: 'sourceEnergy_eV', value: block.sourceEnergy_eV }] : []),
      ...(isDerived
        ? [{ name: 'bindingEnergy', value: `hν − kinetic energy with hν = ${block.sourceEnergy_eV} eV from the file; ${correctionOf(group)}` }] : []),
      ...(group.length > 1 ? [{ name: 'spectra', value: group.length }] : [])
    ],
    header: {}, startedAt: block.startedAt, signConvention: null,
    warnings: [...(problem === null ? [] : [problem]), ...casaWarnings(group, isDerived),
      ...(header.scanMode === 'MAPPING' ? ['The file holds images (scan mode MAPPING): the points follow each other without their positions.'] : [])],
    complete: !isIncomplete
  }
}

const signed = (shift_eV: number): string => `${shift_eV < 0 ? '−' : '+'}${Math.abs(shift_eV)} eV`

function correctionOf(group: readonly VamasBlock[]): string {
  const shifts = [...new Set(group.map(({ fit }) => fit.calibration_eV ?? 0))]
  if (shifts.length > 1) return 'each spectrum shifted as it was calibrated in CasaXPS'
  return shifts[0] === 0 ? 'no charge correction' : `${signed(shifts[0]!)} as calibrated in CasaXPS`
}

function casaWarnings(group: readonly VamasBlock[], isDerived: boolean): string[] {
  const odd = group.find(({ fit }) => fit.calibration_eV === null)
  const left = group.find(({ fit }) => (fit.calibration_eV ?? 0) !== 0)
  return [
    ...(odd ? ['The calibration of CasaXPS in its comment is of a form that is not read: energies are as measured and its components are left out; '
      + 'export the spectrum from CasaXPS as rows of tables.'] : []),
    ...(left && !isDerived ? [`CasaXPS calibrated this spectrum by ${signed(left.fit.calibration_eV!)}; its binding energies are as measured, without that.`] : []),
    ...(group.length > 1 && group.some(({ fit }) => fit.components.length > 0)
      ? ['The components that CasaXPS fitted to spectra of this series are not read; export it from CasaXPS as rows of tables.'] : [])
  ]
}

export const vamas: Reader = { id: 'vamas', format: 'VAMAS (.vms, .npl)', vendor: 'ISO 14976', recognises, read }
