export type ParstatRow = readonly [E: number, I: number, t: number, f: number, re: number, im: number]

/** A Parstat text: a tab behind every cell. */
export function parstatFile(rows: readonly ParstatRow[], { decimal = '.', end = '\r\n' } = {}): Uint8Array {
  const names = ['Potential (V)', 'Current (A)', 'Elapsed Time (s)', 'Frequency (Hz)', 'Zre (ohms)', 'Zim (ohms)', '|Vac| (V)', '|Iac| (A)']
  const lines = [names, ...rows.map((row) => [...row, 0.005, 0.18].map((value) => String(value).toUpperCase().replace('.', decimal)))]
  return new TextEncoder().encode(lines.map((cells) => `${cells.join('\t')}\t${end}`).join(''))
}
export const hold: readonly ParstatRow[] = Array.from({ length: 8 }, (_, i) => [3.49 - i * 0.001, -0.1499, 10 * (i + 1), 0, 0, 0] as const)
export const spectrum: readonly ParstatRow[] = Array.from({ length: 6 }, (_, i) =>
  [3.5, 0.0246, 100 + i, 1e4 / 2 ** i, 0.03, 0.0175 - 0.004 * i] as const)
