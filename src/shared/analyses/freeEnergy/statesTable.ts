import type { TableFigure } from '../../figure'
import { stateText } from '../../spectroscopy/adsorbateText'
import type { PlannedPath } from './plannedPaths'

/** What each level of the diagram is made of: its free energy at 0 V, and every correction in it with who says so. */
export function statesTable(paths: readonly PlannedPath[]): TableFigure[] {
  const shown = (value: number): string => value.toFixed(3).replace('-', '\u2212')
  const hasNames = paths.some(({ name }) => name !== '')
  const isCorrected = paths.some(({ states }) => states.some(({ corrections }) => corrections !== undefined))
  const rows = paths.flatMap(({ name, states }) => states.map((state, i): string[] => [
    ...(hasNames ? [i === 0 ? name : ''] : []), stateText(state.name), String(state.electrons).replace('-', '\u2212'), shown(state.freeEnergy_eV),
    ...(isCorrected ? [(state.corrections ?? []).map(({ eV, source }) => `${eV > 0 ? '+' : ''}${shown(eV)} eV (${source === '' ? 'no source given' : source})`).join('; ')] : [])
  ]))
  return rows.length === 0 ? [] : [{ kind: 'table', id: 'free-energy-states', title: 'States at U = 0 V vs RHE', header: [...(hasNames ? ['Path'] : []), 'State', 'Electrons', 'ΔG / eV', ...(isCorrected ? ['of which corrections'] : [])], rows }]
}
