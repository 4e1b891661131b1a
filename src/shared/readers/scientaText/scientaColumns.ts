import type { Column, Segment } from '../../measurement'
import type { QuantityKind } from '../../quantity'
import type { ScannedTable } from '../text/scanTable'
import { bindingEnergyName } from '../vamas/vamasColumns'

export interface ScientaBlock { /** Number of the value of dimension 3, 0 without one. */ readonly third: number; readonly table: ScannedTable }

function nameAndUnit(text: string): { name: string; unit: string } {
  const match = /^([^[\]]{1,60})\[([^\]]{0,20})\]$/.exec(text.trim())
  return match ? { name: match[1]!.trim(), unit: match[2]!.trim() } : { name: text.trim(), unit: '' }
}

function quantityOf(name: string): QuantityKind {
  if (/binding/i.test(name)) return 'binding_energy'
  return /kinetic/i.test(name) ? 'energy' : 'other'
}

const scaleOf = (text: string | undefined): number[] => (text ?? '').split(/[ \t,]+/).filter((cell) => cell !== '').map(Number)

/** A spectrum, or in long format one for each value of dimensions 2 (detector angle, position) and 3. */
export function scientaColumns(blocks: readonly ScientaBlock[], entries: ReadonlyMap<string, string>): { columns: Column[]; segments: Segment[] } {
  const total = blocks.reduce((sum, { table }) => sum + table.rows * (table.columns.length - 1), 0)
  if (total === 0) return { columns: [], segments: [] }
  const energy = new Float64Array(total)
  const intensity = new Float64Array(total)
  const [second, third] = [new Float64Array(total), new Float64Array(total)]
  const scales = [2, 3].map((k) => scaleOf(entries.get(`Dimension ${k} scale`)))
  const labels = [2, 3].map((k) => nameAndUnit(entries.get(`Dimension ${k} name`) ?? `Dimension ${k}`))
  const segments: Segment[] = []
  let at = 0
  for (const { third: number, table } of blocks) {
    const outer = number === 0 ? NaN : (scales[1]![number - 1] ?? number)
    for (let c = 1; c < table.columns.length; c += 1) {
      const inner = scales[0]![c - 1] ?? c
      energy.set(table.columns[0]!, at)
      intensity.set(table.columns[c]!, at)
      second.fill(inner, at, at + table.rows)
      third.fill(outer, at, at + table.rows)
      const label = [`${labels[0]!.name} = ${inner}`, ...(number === 0 ? [] : [`${labels[1]!.name} = ${outer}`])].join(', ')
      segments.push({ kind: 'spectrum', start: at, end: at + table.rows, label })
      at += table.rows
    }
  }
  const axis = nameAndUnit(entries.get('Dimension 1 name') ?? 'Energy')
  const quantity = quantityOf(axis.name)
  const source_eV = Number(entries.get('Excitation Energy') || NaN)
  const hasBinding = quantity === 'energy' && axis.unit.toLowerCase() === 'ev' && source_eV > 0
  const isSeries = segments.length > 1
  return {
    columns: [
      ...(isSeries ? [{ ...labels[0]!, quantity: 'other' as const, values: second }] : []),
      ...(isSeries && blocks.some(({ third: number }) => number > 0) ? [{ ...labels[1]!, quantity: 'other' as const, values: third }] : []),
      { ...axis, quantity, values: energy }, { name: 'Intensity', unit: '', quantity: 'intensity', values: intensity },
      ...(hasBinding
        ? [{ name: bindingEnergyName, unit: axis.unit, quantity: 'binding_energy' as const, values: energy.map((value) => source_eV - value) }] : [])
    ],
    segments: isSeries ? segments : []
  }
}
