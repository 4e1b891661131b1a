import { SIMULATED, type Recording, type VendorFormat } from './recording'

const current = (current_A: number): string => current_A.toExponential(3)

/** CH Instruments 'Save as text': amperes with four digits, potential against whatever the reference electrode is. */
function write({ technique, fileName, sample, startedAt, time_s, potential_V, current_A, scanRate_mV_s }: Recording): string {
  const { monthName, day, year, clock } = startedAt
  const [first = 0, last = 0] = [potential_V[0], potential_V.at(-1)]
  const isSweep = technique === 'LSV'
  const parameters = isSweep
    ? [
        `Final E (V) = ${last.toFixed(3)}`, `Scan Rate (V/s) = ${(scanRate_mV_s ?? 0) / 1000}`, 'Sample Interval (V) = 0.001',
        'Quiet Time (sec) = 2', 'Sensitivity (A/V) = 0.01', '', 'Results:', '', 'Channel 1:'
      ]
    : [
        `Sample Interval (s) = ${(time_s[1] ?? 0) - (time_s[0] ?? 0)}`, `Run Time (sec) = ${time_s.at(-1) ?? 0}`,
        'Quiet Time (sec) = 0', 'Scales = 1', 'Sensitivity (A/V) = 0.1'
      ]
  const rows = current_A.map((i, row) => `${(isSweep ? potential_V[row]! : time_s[row]!).toFixed(3)}, ${current(i)}`)
  return [
    `${monthName} ${Number(day)}, ${year}   ${clock}`, isSweep ? 'Linear Sweep Voltammetry' : 'Amperometric i-t Curve',
    `File: d:\\chi\\${fileName.toLowerCase()}.bin`, 'Data Source:  Experiment', 'Instrument Model:  CHI760E',
    `Header: ${sample}`, `Note: ${SIMULATED}`, '',
    `Init E (V) = ${first.toFixed(3)}`, ...parameters, '', isSweep ? 'Potential/V, Current/A' : 'Time/sec, Current/A', '', ...rows, ''
  ].join('\r\n')
}

export const chiText: VendorFormat = { extension: 'txt', encoding: 'utf8', printed: (current_A) => Number(current(current_A)), write }
