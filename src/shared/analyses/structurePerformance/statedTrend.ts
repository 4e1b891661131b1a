import { descriptors, performances, type Quantity } from '../descriptorMap/quantities'

/** A sentence of the project's notes that can be computed again. */
export type StatedTrend =
  | { readonly kind: 'order'; readonly text: string; readonly of: Quantity; readonly order: readonly string[]; readonly potential_V_RHE: number | null }
  | { readonly kind: 'follows'; readonly text: string; readonly y: Quantity; readonly x: Quantity; readonly isOpposite: boolean }
  | { readonly kind: 'unreadable'; readonly text: string }

export const statedQuantities: readonly string[] = [...performances.keys(), ...descriptors.keys()]

/** 'onset: RuCo-NC > RuFe-NC > Ru-NC; FE at -0.3 V: RuFe-NC > Ru-NC; onset follows d-band centre (DFT); ΔG(*H) opposes best FE'. */
export function statedTrends(text: string): StatedTrend[] {
  return text.split(/[;\n]/).map((part) => part.trim()).filter((part) => part !== '').map((part): StatedTrend => {
    const [, first, verb, second] = /^(.+?)\s+(follows|opposes)\s+(.+)$/i.exec(part) ?? []
    const [y, x] = [quantityOf(first), quantityOf(second)]
    if (y && x) return { kind: 'follows', text: part, y, x, isOpposite: verb!.toLowerCase() === 'opposes' }
    const [, name, potential, order] = /^([^:]+?)(?:\s+at\s+([\u2212-]?\d+(?:[.,]\d+)?)\s*V[^:]*)?\s*:\s*(.+)$/.exec(part) ?? []
    const [of, names] = [quantityOf(name), order?.split('>').map((one) => one.trim()) ?? []]
    if (!of || names.length < 2 || names.includes('')) return { kind: 'unreadable', text: part }
    return { kind: 'order', text: part, of, order: names, potential_V_RHE: potential === undefined ? null : Number(potential.replace('\u2212', '-').replace(',', '.')) }
  })
}

function quantityOf(name: string | undefined): Quantity | undefined {
  const key = (text: string): string => text.trim().toLowerCase().replace(/^best\s+/, '').replace(/\s+/g, ' ')
  const found = statedQuantities.find((known) => name !== undefined && key(known) === key(name))
  return found === undefined ? undefined : performances.get(found) ?? descriptors.get(found)
}
