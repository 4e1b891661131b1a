import { gzipSync } from 'fflate'

export type Point = readonly [frequency: number, re: number, im: number]
const bytes = (lines: readonly string[], end = '\r\n'): Uint8Array => new TextEncoder().encode(lines.join(end) + end)
export const points: readonly Point[] = Array.from({ length: 12 }, (_, i) => [1e5 / 3 ** i, 10 + i, -2 * i - 1] as const)

export const z60 = (rows: readonly Point[], count = rows.length, end = '\n'): Uint8Array => bytes([
  '"Z60W Data File: Version 1.1"', '"a note"', ...Array.from({ length: 6 }, () => '""'), '0,2,0,1,0.1,10000', String(count),
  '"  Freq (Hz)    Ampl     Bias   Time(Sec)   Z\'(a)    Z\'\'(b)    GD   Err   Range"',
    ...rows.map(([f, re, im]) => `${f}, 0, 0, 0, ${re}, ${im}, 0, 0, 0`)
], end)

export const zview = (rows: readonly Point[]): Uint8Array => bytes([
  'ZView Calculated Data File: Version 1.1', 'Raw Data', 'Sweep Frequency: Control Voltage', ...Array.from({ length: 5 }, () => '""'),
  'Freq(Hz),DCcurr(A),DCpot(V),Time(S),Zprime(Ohm),Zbis(Ohm),GD,X,Y', ...rows.map(([f, re, im]) => `${f},0,0,3,${re},${im},0,0,0`)
], '\n')

export const zplot2 = (rows: readonly Point[], { decimal = '.', count = rows.length, date = '10-12-2018' } = {}): Uint8Array => bytes([
  'ZPLOT2 ASCII', '  Measured Data, ZPlot:       3.2c', `  Date:                       ${date}`, '  Time:                       11:04:34',
  '    Surface Area:             1', `  Data Points:                ${count}`,
  "  Freq(Hz)\tAmpl\tBias\tTime(Sec)\tZ'(a)\tZ''(b)\tGD\tErr\tRange", 'End Comments',
    ...rows.map(([f, re, im]) => `${f}\t0.01\t0\t1.5\t${re}\t${im}\t0\t0\t3`.replaceAll('.', decimal))
])

/** Two cycles of 20 rows, marked as CorrTest marks them: behind the row, then on a line of its own. */
export const cvRows = Array.from({ length: 40 }, (_, i) => {
  const phase = i % 20
  return [(phase < 10 ? phase : 20 - phase) * 0.1, (phase - 9) * 1e-4, i * 0.05] as const
})
const cvLines = cvRows.flatMap(([E, i, t], row) =>
  [`${E.toExponential(5)}\t${i.toExponential(5)}\t${t.toFixed(4)}${row === 19 ? '  0 CYCLE' : ''}`, ...(row === 39 ? ['1 CYCLE'] : [])])

export const corrTest = (): Uint8Array => bytes([
  'CORRW ASCII', 'CorrTest for Windows: SN 1', 'ID_CV', 'Data:2017-04-22   Time:14:03:09',
    'Cyclic Voltammetry,Init E(V):0,Low E(V):0,High E(V):1,Scan Rate(mV/s):10,Cycles:2', 'Open Circuit Potential (V):-0.1', '',
  'Temperature(℃):   25', '      Surface Area:           0.5', 'E(V)\t\ti(A/cm^2)\t\tT(s)', 'End Comments', ...cvLines
])
export const corrWare = (): Uint8Array =>
  bytes(['CORRW ASCII', '  CorrWare for Windows: Version 2.6b', '  Potentiodynamic', '  Surface Area: 1', '  E(Volts)\tI(A/cm2)\tT(Seconds)',
  'End Comments', ...cvRows.slice(0, 10).map(([E, I, t]) => [E, I, t!.toFixed(3)].join('\t'))])

export function studio(packed?: string): Uint8Array {
  const header = 'CORRW ASCII\r\nID_CV\r\nExpParmas:ExpType=ID_CV&-&ScanRate=20&-&DevParam=IsIR=False&|&IrXS=1\r\nSurface Area: 0.5\r\nScan ' +
    'Rate(mV/s):20,Cycles:2\r\n'
  const line = packed ?? Buffer.from(gzipSync(new TextEncoder().encode(header))).toString('base64')
  return new TextEncoder().encode(`\ufeffCSStudioFile,ID_CV,${line}\nE(V)\ti(A/cm²)\tT(s)\n${cvLines.join('\n')}\n`)
}
