import type { Figure } from '../../figure'
import type { CoreLevel } from './lineIn'

/** A line as measured and as fitted; `session` names its file where several sessions have such a line. */
export function lineFigure(name: string, { x, y, background, fit }: CoreLevel, shift: number, catalyst: string | null, session: { readonly file: string; readonly nth: number } | null): Figure {
  const energies = x.map((be) => be + shift)
  const told = (text: string): string => (session ? `${text}, ${session.file}` : text)
  return {
    kind: 'xy', id: `xps-${name.replace(/[^a-z0-9]+/gi, '-')}${session && session.nth > 0 ? `-${session.nth + 1}` : ''}`, title: told(name), x: { title: 'Binding energy', unit: 'eV', reversed: true }, y: { title: 'Intensity', unit: '' },
    series: [
      { name: told('measured'), style: 'points', x: energies, y, ...(catalyst === null ? {} : { catalyst }) }, { name: 'background', style: 'dashed', x: energies, y: background },
      { name: 'fit', style: 'line', x: energies, y: fit.fitted.map((value, i) => value + background[i]!), ...(catalyst === null ? {} : { catalyst }) }
    ]
  }
}
