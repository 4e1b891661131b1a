import type { Figure } from '@shared/figure'

/** Numbers in figures that are set in one step: a hundred spectra are more, the small cards of a run that changed are not. */
export const numbersPerStep = 4000

/** How many numbers a figure shows: what it takes to set it grows with them. */
export function numbersIn(figure: Figure): number {
  switch (figure.kind) {
    case 'xy': return figure.series.reduce((sum, { x }) => sum + x.length, 0)
    case 'heat': return figure.xs.length * figure.ys.length
    case 'image': return figure.width * figure.height
    case 'table': return figure.header.length * figure.rows.length
    default: return figure.categories.length * figure.groups.length
  }
}
