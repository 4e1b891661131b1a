/**
 * VASP structure (POSCAR, CONTCAR): comment; scale (a factor, a negative volume, or three factors); three lattice vectors; element symbols
 * (VASP 5 and later); counts; perhaps 'Selective dynamics'; 'Direct' or 'Cartesian'; one line an ion. Behind the positions there may be
 * velocities. CHGCAR and LOCPOT begin with the same lines and go on with a grid: they belong to another reader.
 */
import type { Column, Measurement } from '../../measurement'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { gridLine } from './gridLine'
import { positions } from './positions'
import { structureFacts } from './structureFacts'
import { elementsOf, structureHead } from './structureHead'

/** A position takes fewer bytes than this; where the positions fill the head, a file with more than twice as many holds a grid. */
const longestRow = 160

function measurement({ bytes }: ReadableFile): Measurement {
  const head = structureHead(bytes)
  if (!head)
    throw new ReadError(
      'The first lines are not those of a POSCAR (comment, scale, three lattice vectors, elements, counts, Direct or Cartesian); copy it again.',
      { line: 2 }
    )
  if (head.nions * 6 > bytes.length - head.end + 6)
    throw new ReadError(`The file promises ${head.nions} ions, more than it can hold; copy it again.`, { line: head.line })
  const { coordinates, free, rows } = positions(bytes, head)
  if (rows === 0) throw new ReadError('The structure ends before its first position; copy it again.', { line: head.line + 1 })
  const elements = elementsOf(head)
  const isWhole = rows === head.nions
  const unit = head.isCartesian ? (head.scale.every((scale) => scale === 1) ? 'Å' : 'Å × scale') : '1'
  const names = head.isCartesian ? ['x', 'y', 'z'] : ['a', 'b', 'c']
  const columns: Column[] = [
    { name: 'ion', quantity: 'other', unit: '', values: Float64Array.from({ length: rows }, (_, i) => i + 1) },
    ...coordinates.map((values, i): Column => ({ name: names[i]!, quantity: 'other', unit, values })),
    ...(free ?? []).map((values, i): Column => ({ name: `${names[i]!} free`, quantity: 'other', unit: '', values }))
  ]
  return {
    technique: 'OTHER',
    title: head.comment,
    columns: elements ? [columns[0]!, elementColumn(elements.slice(0, rows)), ...columns.slice(1)] : columns,
    segments: [],
    settings: head.comment ? [{ name: 'comment', value: head.comment }] : [],
    facts: [
      ...structureFacts(head),
      ['coordinates', head.isCartesian ? 'Cartesian' : 'Direct'] as const,
      ...(free ? [['freeIons', free[0].filter((_, i) => free.some((axis) => axis[i] === 1)).length] as const] : [])
    ].map(([name, value]) => ({ name, value })),
    header: {},
    startedAt: null,
    signConvention: null,
    warnings: [
      ...(isWhole ? [] : [`The file ends within the positions: ${rows} of ${head.nions} ions are kept; copy it again.`]),
      ...(elements ? [] : ['The structure names no elements (layout of VASP 4); write them into a line above the counts.'])
    ],
    complete: isWhole
  }
}

function elementColumn(elements: readonly string[]): Column {
  const labels = [...new Set(elements)]
  return { name: 'element', quantity: 'other', unit: '', values: Float64Array.from(elements, (element) => labels.indexOf(element)), labels }
}

export const vaspStructure: Reader = {
  id: 'vasp-structure',
  format: 'VASP structure (POSCAR, CONTCAR)',
  vendor: 'VASP',
  recognises: ({ bytes, size }: FileHead): Recognition | null => {
    const head = structureHead(bytes)
    if (!head || head.nions * 6 > size) return null
    const { rows, end } = positions(bytes, head)
    const isGrid = rows === head.nions ? gridLine(bytes, end) !== null : size > bytes.length && size > head.end + 2 * longestRow * head.nions
    if (rows === 0 || isGrid) return null
    const why = 'it begins with a scale, three lattice vectors, counts and Direct or Cartesian positions'
    return { confidence: 'certain', why, version: head.symbols ? '5' : '4' }
  },
  read: (file: ReadableFile): ReadResult => ({ measurements: [measurement(file)] })
}
