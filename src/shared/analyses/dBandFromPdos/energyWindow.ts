import type { Handle } from '../../figure'
import type { Settings } from '../analysis'

export interface EnergyWindow { readonly from: number; readonly to: number; readonly text: string }

/** eV against E_F; those that the literature uses most. */
const presets: ReadonlyMap<string, EnergyWindow> = new Map([
  ['whole range', { from: -Infinity, to: Infinity, text: 'the whole range' }],
  ['up to E_F', { from: -Infinity, to: 0, text: 'the grid up to the Fermi level' }],
  ['-10 to 0 eV', { from: -10, to: 0, text: '\u221210 … 0 eV' }],
  ['-10 to 5 eV', { from: -10, to: 5, text: '\u221210 … 5 eV' }]
])
const TYPED = 'as entered below'
export const windowNames: readonly string[] = [...presets.keys(), TYPED]
export const presetWindows: readonly EnergyWindow[] = [...presets.values()]

export const windowOf = (settings: Settings): EnergyWindow =>
  presets.get(String(settings.window)) ?? { from: Number(settings.from), to: Number(settings.to), text: `${settings.from} … ${settings.to} eV` }

/** The ends of the window that is entered; a preset has none to drag. */
export function windowHandles(settings: Settings): readonly Handle[] {
  if (settings.window !== TYPED) return []
  return [{ label: 'Window from', setting: 'from', value: Number(settings.from) }, { label: 'Window to', setting: 'to', value: Number(settings.to) }]
}
