import type { Fixture } from '../fixture'
import { cvNames, cvRows, novaFile } from './novaFile'

const spectrum = Array.from({ length: 12 }, (_, i) => [1e5 / 3 ** i, 10 + i, 2 * i, i / 8])
export const fixtures: readonly Fixture[] = [
  { reader: 'nova-text', name: 'cv.txt', bytes: novaFile({ names: cvNames, rows: cvRows, separator: ';', decimal: ',' }) },
  { reader: 'nova-text', name: 'eis.txt',
    bytes: novaFile({ names: ['Index', 'Frequency (Hz)', "Z' (Ω)", "-Z'' (Ω)", 'Z (Ω)', '-Phase (°)', 'Time (s)'],
    rows: spectrum.map(([f, re, im, t], i) => [i + 1, f!, re!, im!, Math.hypot(re!, im!), 3, t!]), separator: '\t', decimal: '.' }) },
  { reader: 'nova-text', name: 'old.P00',
    bytes: new TextEncoder().encode(['Procedure : made by the project', '23.09.2026 10:15:24', 't =  736.4 s',
    " f/Hz \t Z'/Ohm \t -Z''/Ohm \t time/s \t Edc/V \t Idc/A \t", ' 12 ',
    ...spectrum.map(([f, re, im, t]) => ` ${f!.toExponential(6)}\t ${re}\t ${im}\t ${t}\t 0.1\t 1e-06\t`), ''].join('\r\n')) }
]
