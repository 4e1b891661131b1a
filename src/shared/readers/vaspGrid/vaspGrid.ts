/**
 * VASP grids (CHGCAR, CHG, AECCAR, LOCPOT …): a structure as in POSCAR, a blank line, 'NGX NGY NGZ', then the values, the index along a fastest,
 * 5 or 10 a line. With spins the same grid line comes again behind the augmentation charges (magnetisation). Densities are printed times the
 * volume of the cell, so their mean over the grid is the number of electrons; LOCPOT is in eV. The file does not say which of them it is: the
 * augmentation charges or its name do. Of the grid the planar means along c, a and b are kept, in the file's own unit; of a whole density
 * also its means in blocks, for slices.
 */
import type { Measurement } from '../../measurement'
import { lineAt } from '../vaspDoscar/doscarHeader'
import { findText } from '../vaspRun/findText'
import type { FactPair } from '../vaspRun/runFacts'
import { gridLine, type GridLine } from '../vaspStructure/gridLine'
import { positions } from '../vaspStructure/positions'
import { structureFacts } from '../vaspStructure/structureFacts'
import { structureHead } from '../vaspStructure/structureHead'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { blockMeans, type Blocks } from './blockMeans'
import { gridKind, gridNames, type GridKind } from './gridKind'
import { planarColumns, type Grid } from './planarColumns'
import { planarSums, type PlanarSums } from './planarSums'

/** All grids of the file: another one begins where the same grid line stands again. */
function gridsOf(bytes: Uint8Array, first: GridLine): PlanarSums[] {
  const found: PlanarSums[] = []
  const again = `\n${first.text}`
  for (let at = first.end; found.length < 4; ) {
    const sums = planarSums(bytes, at, first.counts)
    if (found.length > 0 && sums.count === 0) break
    found.push(sums)
    const next = findText(bytes, again, Math.max(0, sums.end - 1))
    if (next < 0) break
    at = lineAt(bytes, next + 1).next
  }
  return found
}

function facts(kind: GridKind, { counts }: GridLine, grids: readonly Grid[], total: number): FactPair[] {
  const mean = (grid: Grid | undefined): number | null =>
    grid && grid.count === total ? grid.sums[2].reduce((sum, value) => sum + value, 0) / total : null
  const first = mean(grids[0])
  const second = mean(grids[1])
  const name = kind === 'density' ? 'electrons' : kind === 'potential' ? 'meanPotential_eV' : 'mean'
  return [
    ['gridPoints', counts.join(' ')],
    ['grids', grids.length],
    ['kind', kind],
    ...(first !== null && Number.isFinite(first) ? [[name, first] as FactPair] : []),
    ...(kind === 'density' && grids.length === 2 && second !== null && Number.isFinite(second) ? [['magnetization_muB', second] as FactPair] : [])
  ]
}

function measurements({ name, bytes }: ReadableFile): Measurement[] {
  const head = structureHead(bytes)
  if (!head || head.nions * 6 > bytes.length)
    throw new ReadError('The file does not begin with a structure as a CHGCAR or LOCPOT does; copy it again.', { line: 1 })
  const ions = positions(bytes, head)
  const grid = ions.rows === head.nions ? gridLine(bytes, ions.end) : null
  if (!grid)
    throw new ReadError('The grid behind the positions of the ions is missing; copy the file again when VASP has written it.', {
      line: head.line
    })
  const [nx, ny, nz] = grid.counts
  const total = nx * ny * nz
  if (nx + ny + nz > bytes.length || nx * ny * 2 > bytes.length)
    throw new ReadError(`The grid of ${nx} × ${ny} × ${nz} points is larger than the file can hold; copy it again.`, { byte: grid.end })
  const read = gridsOf(bytes, grid)
  const kind = gridKind(name, bytes, read[0]!.end)
  const names = gridNames(kind, read.length)
  const grids = read.map((sums, i): Grid => ({ ...sums, name: names[i]! }))
  const columns = planarColumns(grids, kind, head.lattice)
  if (columns.length === 0)
    throw new ReadError('The grid ends within its first plane; copy the file again when VASP has written it.', { byte: grid.end })
  const cut = grids.find(({ count }) => count < total)
  const damaged = grids.reduce((sum, part) => sum + part.damaged, 0)
  const planes: Measurement = {
    technique: 'OTHER',
    title: head.comment === 'unknown system' ? '' : head.comment,
    columns,
    segments: [],
    settings: head.comment ? [{ name: 'comment', value: head.comment }] : [],
    facts: [...structureFacts(head), ...facts(kind, grid, grids, total)].map(([fact, value]) => ({ name: fact, value })),
    header: {},
    startedAt: null,
    signConvention: null,
    warnings: [
      ...(cut
        ? [`The grid "${cut.name}" ends after ${cut.count} of ${total} values; only its complete planes along c are kept. Copy the file again.`]
        : []),
      ...(damaged > 0 ? [`${damaged} values of the grid are no numbers ("****"); their planes are left empty.`] : []),
      ...(kind === 'unknown' ? ['Neither the values nor the name of the file say what the grid holds; keep LOCPOT, CHGCAR or CHG in its name.'] : [])
    ],
    complete: !cut
  }
  return kind === 'density' && !cut && damaged === 0 ? [planes, densityInBlocks(planes, grids[0]!.blocks)] : [planes]
}

/** The density itself, e Å⁻³, the index along a fastest. */
function densityInBlocks(planes: Measurement, blocks: Blocks): Measurement {
  const volume = Number(planes.facts.find(({ name }) => name === 'volume_A3')?.value)
  const facts = planes.facts.filter(({ name }) => name !== 'grids' && name !== 'electrons' && name !== 'magnetization_muB')
  const [nx, ny, nz] = blocks.counts
  const c_A = Number(planes.facts.find(({ name }) => name === 'c_A')?.value)
  const position = Float64Array.from(blocks.sums, (_, i) => ((Math.floor(i / (nx * ny)) + 0.5) * c_A) / nz)
  return {
    ...planes, title: `${planes.title} density in blocks`.trim(), settings: [], warnings: [],
    columns: [{ name: 'position along c', quantity: 'other', unit: 'Å', values: position }, { name: 'density', quantity: 'other', unit: 'e/Å3', values: blockMeans(blocks).map((value) => value / volume) }],
    facts: facts.map((fact) => (fact.name === 'kind' ? { ...fact, value: 'density in blocks' } : fact)).concat([{ name: 'blocks', value: blocks.counts.join(' ') }])
  }
}

export const vaspGrid: Reader = {
  id: 'vasp-grid',
  format: 'VASP grid (CHGCAR, CHG, LOCPOT)',
  vendor: 'VASP',
  recognises: ({ bytes, size }: FileHead): Recognition | null => {
    const head = structureHead(bytes)
    if (!head || head.nions * 6 > size) return null
    const { rows, end } = positions(bytes, head)
    // The ions may fill all that is looked at; then only the size tells a grid from a structure.
    const isGrid = rows === head.nions ? gridLine(bytes, end) !== null : rows > 0 && size > bytes.length && size > head.end + 320 * head.nions
    return isGrid ? { confidence: 'certain', why: 'a structure is followed by the number of points of a grid and its values' } : null
  },
  read: (file: ReadableFile): ReadResult => ({ measurements: measurements(file) })
}
