import type { EntryData } from '@shared/api'
import type { XyFigure } from '@shared/figure'
import type { Column } from '@shared/measurement'
import type { QuantityKind } from '@shared/quantity'

const axes: readonly (readonly [QuantityKind, QuantityKind])[] = [
  ['z_real', 'z_imag'], ['wavelength', 'absorbance'], ['time', 'current'], ['potential', 'current'], ['time', 'potential'], ['energy', 'dos'], ['wavenumber', 'intensity'], ['binding_energy', 'intensity'], ['two_theta', 'intensity']
]

/** A first look at a dataset: the pair of columns its quantities suggest, else the first two of numbers. null for fewer. */
export function previewFigure({ entry, columns }: EntryData): XyFigure | null {
  const numeric = columns.filter((column) => !column.labels && column.values.length > 1)
  // A sweep is looked at against its potential, an electrolysis against time.
  const order = entry.measurement?.technique === 'LSV' || entry.measurement?.technique === 'CV' ? [axes[3]!, ...axes] : axes
  const find = (quantity: QuantityKind): Column | undefined => numeric.find((column) => column.quantity === quantity)
  const pair = order.map(([x, y]) => [find(x), find(y)] as const).find(([x, y]) => x && y) ?? [numeric[0], numeric[1]]
  const [x, y] = pair
  if (!x || !y) return null
  const axis = ({ name, unit }: Column): { title: string; unit: string } => ({ title: unit !== '' && name.endsWith(`/${unit}`) ? name.slice(0, -unit.length - 1) : name, unit })
  return { kind: 'xy', id: 'preview', title: entry.measurement?.title ?? '', x: axis(x), y: axis(y), series: [{ name: y.name, style: 'line', x: [...x.values], y: [...y.values] }] }
}
