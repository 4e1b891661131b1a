export interface NovaFile {
  readonly names: readonly string[]
  readonly rows: readonly (readonly (number | string)[])[]
  readonly separator: string
  readonly decimal: '.' | ','
  readonly end?: string
  readonly mark?: boolean
}

/** A NOVA export as bytes. */
export function novaFile({ names, rows, separator, decimal, end = '\r\n', mark = false }: NovaFile): Uint8Array {
  const cell = (value: number | string): string =>
    (typeof value === 'number' ? (Number.isNaN(value) ? '' : String(value).toUpperCase().replace('.', decimal)) : value)
  const text = [names.join(separator), ...rows.map((row) => row.map(cell).join(separator)), ''].join(end)
  return new TextEncoder().encode((mark ? '\ufeff' : '') + text)
}

export const cvNames = ['Potential applied (V)', 'Time (s)', 'WE(1).Current (A)', 'WE(1).Potential (V)', 'Scan', 'Index', 'Q+', 'Q-',
  'Current range', 'Overload']

/** Two scans 0 → 0.5 → 0 V; the overload flag comes up once, after empty cells. */
export const cvRows: (number | string)[][] = Array.from({ length: 80 }, (_, i) => {
  const phase = i % 40
  const potential = (phase < 20 ? phase : 40 - phase) * 0.025
  return [potential, 5 + i * 0.1, (phase < 20 ? 1 : -1) * 1e-5 * (1 + phase), potential + 0.001, i < 40 ? 1 : 2, i + 1, 3.2e-5, -2.1e-5, i % 7 === 0
    ? '1 µA' : '10 µA', i === 33 ? 'Current overload' : '']
})
