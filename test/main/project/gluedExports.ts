import { novaFile } from '../../shared/readers/novaText/novaFile'

/** A table of NOVA under the first line of a ZPlot file, as a careless conversion leaves it: both readers are certain of it. */
export function gluedExports(variant: number): Uint8Array {
  const rows = Array.from({ length: 12 }, (_, i) => [i + 1, 1e5 / 3 ** i, variant + i, 2 * i, Math.hypot(variant + i, 2 * i), 3, 0.1 * i])
  const names = ['Index', 'Frequency (Hz)', "Z' (Ω)", "-Z'' (Ω)", 'Z (Ω)', '-Phase (°)', 'Time (s)']
  return Uint8Array.from([...new TextEncoder().encode('ZPLOT2 ASCII\n'), ...novaFile({ names, rows, separator: '\t', decimal: '.' })])
}
