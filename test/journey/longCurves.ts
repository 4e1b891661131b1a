import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const longCatalyst = 'RuCo-NC'
export const longRows = 100_000

/** A sweep and an i–t trace of 100 000 points each, as CHI's "Save as text" writes them, with the conditions they need. */
export function writeLongCurves(folder: string): void {
  mkdirSync(folder, { recursive: true })
  const head = (technique: string, columns: string): string[] =>
    ['Mar. 15, 2026   09:00:00', technique, 'File: long.bin', 'Data Source: Experiment', 'Instrument Model:  CHI660E', 'Header: ', 'Note: ', '', 'Init E (V) = 0.1', 'Quiet Time (sec) = 0', 'Sensitivity (A/V) = 1e-2', '', columns, '']
  const rows = (cells: (row: number) => string): string[] => Array.from({ length: longRows }, (_, row) => cells(row))
  // Bends away from 118 mV per decade, so that every window has a slope of its own.
  const current_A = (E: number): number => -1e-3 / (10 ** ((E + 0.15) / 0.118) + 0.05)
  const sweep = rows((row) => { const E = 0.1 - (0.7 * row) / longRows; return `${E.toFixed(6)}, ${(current_A(E) * (1 + 1e-3 * Math.sin(row * 12.9898))).toExponential(5)}` })
  const trace = rows((row) => `${(row * 0.1).toFixed(1)}, ${(-0.01 - 0.004 * Math.exp(-row / 20_000)).toExponential(4)}`)
  const names = [`${longCatalyst}_LSV_0.1M-NO3_5mVs.txt`, `${longCatalyst}_CA_-0.3V_r1.txt`] as const
  writeFileSync(join(folder, names[0]), [...head('Linear Sweep Voltammetry', 'Potential/V, Current/A'), ...sweep, ''].join('\r\n'))
  writeFileSync(join(folder, names[1]), [...head('Amperometric i-t Curve', 'Time/sec, Current/A'), ...trace, ''].join('\r\n'))
  writeFileSync(join(folder, 'runsheet.csv'), ['file,catalyst,potential (V),reference,pH,area (cm2),nitrate (M)',
    `${names[0]},${longCatalyst},,RHE,14,1,0.1`, `${names[1]},${longCatalyst},-0.3,RHE,14,1,0.1`, ''].join('\n'))
}
