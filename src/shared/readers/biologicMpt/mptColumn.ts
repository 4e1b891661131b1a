import type { QuantityKind } from '../../quantity'

const exact = new Map<string, QuantityKind>([
  ['time/s', 'time'], ['Ewe/V', 'potential'], ['<Ewe>/V', 'potential'], ['<Ewe/V>', 'potential'], ['Ecell/V', 'potential'], ['<Ecell>/V', 'potential'], ['<I>/mA', 'current'], ['I/mA', 'current'], ['freq/Hz', 'frequency'],
  ['Re(Z)/Ohm', 'z_real'], ['-Im(Z)/Ohm', 'z_imag'], ['Im(Z)/Ohm', 'z_imag'], ['(Q-Qo)/C', 'charge'], ['(Q-Qo)/mA.h', 'charge'], ['Capacity/mA.h', 'capacity'],
  ['Temperature/°C', 'temperature']
])
/** Names with a slash that is no unit. */
const withoutUnit = new Set(['ox/red', 'z cycle', 'Ns', 'half cycle'])

const fewestNames = 2
/** Whether a text begins with column names of EC-Lab: nobody else writes '<I>/mA' between tabs. */
export function isColumnLine(text: string): boolean {
  const line = /^[^\r\n]*/.exec(text)![0]
  return line.length < 8000 && line.split('\t').filter((name) => exact.has(name.trim())).length >= fewestNames
}

export interface MptColumn { readonly name: string; readonly unit: string; readonly quantity: QuantityKind }

/** EC-Lab writes the unit behind the last slash: '<I>/mA'. The name stays whole, as the file has it. */
export function mptColumns(names: readonly string[]): MptColumn[] {
  const seen = new Set<QuantityKind>()
  return names.map((name) => {
    const known = exact.get(name) ?? 'other'
    const quantity = seen.has(known) ? 'other' : known
    if (quantity !== 'other') seen.add(quantity)
    const slash = name.lastIndexOf('/')
    return { name, unit: slash > 0 && !withoutUnit.has(name) ? name.slice(slash + 1) : '', quantity }
  })
}
