import type { Column, Segment } from '../../measurement'
import type { VamasBlock } from './vamasBlock'
import { rowsOf, vamasColumns } from './vamasColumns'

/** Maps and depth profiles: the blocks of one region, columns and all, belong together. Other files keep one block each. */
export function vamasGroups(blocks: readonly VamasBlock[], mode: string): VamasBlock[][] {
  if (mode === 'NORM' || mode === 'NOEXP') return blocks.map((block) => [block])
  const groups = new Map<string, VamasBlock[]>()
  for (const block of blocks) {
    const key = JSON.stringify([block.technique, block.region, block.abscissa?.name, block.abscissa?.unit, block.ordinates, block.sourceEnergy_eV])
    const group = groups.get(key)
    if (group) group.push(block)
    else groups.set(key, [block])
  }
  return [...groups.values()]
}

/** Long format: coordinates that vary, then the columns of the spectra one after the other, a segment for each spectrum. */
export function vamasSeries(group: readonly VamasBlock[]): { columns: Column[]; segments: Segment[] } {
  const [first] = group
  if (group.length === 1 || !first) return { columns: first ? vamasColumns(first) : [], segments: [] }
  const each = group.map(vamasColumns)
  const total = group.reduce((sum, block) => sum + rowsOf(block), 0)
  const varying = first.coordinates.flatMap((coordinate, k) => (group.some((block) => block.coordinates[k]?.value !== coordinate.value) ? [k] : []))
  const starts: number[] = []
  let at = 0
  for (const block of group) {
    starts.push(at)
    at += rowsOf(block)
  }
  const coordinates = varying.map((k): Column => {
    const values = new Float64Array(total)
    group.forEach((block, i) => values.fill(block.coordinates[k]?.value ?? NaN, starts[i], starts[i + 1] ?? total))
    return { name: first.coordinates[k]!.name, unit: first.coordinates[k]!.unit, quantity: 'other', values }
  })
  const spectra = each[0]!.map((column, c): Column => {
    const values = new Float64Array(total)
    each.forEach((columns, i) => values.set(columns[c]!.values, starts[i]))
    return { ...column, values }
  })
  const segments = group.map((block, i): Segment => ({
    kind: 'spectrum', start: starts[i]!, end: starts[i + 1] ?? total,
    label: varying.map((k) => `${block.coordinates[k]!.name} = ${block.coordinates[k]!.value}`).join(', ') || block.name
  }))
  return { columns: [...coordinates, ...spectra], segments }
}
