import { biologicMpr } from '../../src/shared/readers/biologicMpr/biologicMpr'
import { biologicMpt } from '../../src/shared/readers/biologicMpt/biologicMpt'
import { chiText } from '../../src/shared/readers/chiText/chiText'
import { gamryDta } from '../../src/shared/readers/gamryDta/gamryDta'
import type { Reader } from '../../src/shared/readers/reader'
import { renishawWdf } from '../../src/shared/readers/renishawWdf/renishawWdf'
import { vaspDoscar } from '../../src/shared/readers/vaspDoscar/vaspDoscar'
import { vaspRun } from '../../src/shared/readers/vaspRun/vaspRun'
import { delimitedTable } from '../../src/shared/readers/delimitedTable/delimitedTable'
import { mprFile, packed } from '../shared/readers/biologicMpr/mprFile'
import { wdfFile } from '../shared/readers/renishawWdf/fixture'
import { doscarText } from '../shared/readers/vaspDoscar/doscarText'
import { vaspRunText } from '../shared/readers/vaspRun/vaspRunText'

export interface InstrumentFile {
  readonly format: string
  readonly reader: Reader
  readonly isBinary: boolean
  readonly name: string
  /** A file of about so many megabytes. */
  readonly make: (megabytes: number) => Uint8Array
}

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text)
const pieceRows = 20_000
const rowsAtOnce = 2000

/** A head and as many rows as it takes: the clock runs on, all else comes again after 20 000 rows (`i` of `row`; `n` counts on). */
function table(head: string, row: (i: number, n: number) => string): InstrumentFile['make'] {
  return (megabytes) => {
    const bytes = new Uint8Array(megabytes * 1e6)
    const start = encoded(head)
    bytes.set(start)
    let end = start.length
    for (let n = 0; ; n += rowsAtOnce) {
      const rows = encoded(Array.from({ length: rowsAtOnce }, (_, k) => `${row((n + k) % pieceRows, n + k)}\n`).join(''))
      const fit = rows.length <= bytes.length - end ? rows.length : rows.lastIndexOf(10, bytes.length - end - 1) + 1
      bytes.set(rows.subarray(0, fit), end)
      end += fit
      if (fit < rows.length) return bytes.subarray(0, end)
    }
  }
}

const current = (i: number): number => -1e-2 * (1 + 0.01 * Math.sin(i))
const potential = (i: number): number => -0.9 + 1e-4 * Math.sin(7 * i)
/** EC-Lab's clock does not tick in decimals. */
const ecLabTime = (n: number): number => n * 0.1 * (1 - 1e-9 * Math.SQRT2)
const chi = table('Sept. 28, 2023   13:13:28\nAmperometric i-t Curve\nFile: bench.bin\nData Source: Experiment\nInstrument Model: CHI760E\nHeader: \nNote: \n\nInit E (V) = -0.9\nSample Interval (s) = 0.1\n\nTime/sec, Current/A\n\n',
  (i, n) => `${(n * 0.1).toFixed(1)}, ${current(i).toExponential(3)}`)
const dta = table('EXPLAIN\nTAG\tCHRONOA\nTITLE\tLABEL\tbench\tTest &Identifier\nCURVE\tTABLE\t0\n\tPt\tT\tVf\tIm\tVu\tSig\tAch\tIERange\tOver\n\t#\ts\tV vs. Ref.\tA\tV\tV\tV\t#\tbits\n',
  (i, n) => `\t${n}\t${(n * 0.1).toFixed(4)}\t${potential(i).toExponential(5)}\t${current(i).toExponential(5)}\t0.00000E+000\t${(0.1).toExponential(5)}\t0.00000E+000\t9\t...........`)
const mpt = table('EC-Lab ASCII FILE\nNb header lines : 5                          \n\nChronoamperometry\nmode\tox/red\ttime/s\tEwe/V\t<I>/mA\tcycle number\n',
  (i, n) => `2\t0\t${ecLabTime(n).toExponential(15)}\t${potential(i).toExponential(7)}\t${(1e3 * current(i)).toExponential(7)}\t1.0000000E+000`)
const mptComma = table('EC-Lab ASCII FILE\nNb header lines : 5                          \n\nChronoamperometry\nmode\tox/red\ttime/s\tEwe/V\t<I>/mA\tcycle number\n',
  (i, n) => `2\t0\t${ecLabTime(n).toExponential(15)}\t${potential(i).toExponential(7)}\t${(1e3 * current(i)).toExponential(7)}\t1.0000000E+000`.replaceAll('.', ','))
const xy = table('', (i, n) => `${(5 + n * 0.004).toFixed(6)}  ${(200 + 100 * Math.sin(i / 50)).toFixed(4)}`)

/** 20 000 rows differ, then they come again; the count of rows stands at the start of the data, 57 bytes behind that of its module. */
const mpr = (megabytes: number): Uint8Array => {
  const ids = [1, 2, 131, 4, 6, 8, 11, 19]
  const piece = Array.from({ length: pieceRows }, (_, i) => packed(2, [['u16', 0], ['f64', i], ['f32', -0.3 + 1e-5 * Math.sin(i)], ['f32', 1e3 * current(i)], ['f64', i / 7], ['f32', -0.9]]))
  const rowBytes = piece[0]!.length
  const times = Math.max(1, Math.round((megabytes * 1e6) / (rowBytes * pieceRows)))
  const rows = megabytes * 1e6 < rowBytes * pieceRows ? piece.slice(0, Math.floor((megabytes * 1e6) / rowBytes)) : Array.from({ length: times }, () => piece).flat()
  return mprFile({ layout: 'v3', ids, rows })
}
const wdf = (megabytes: number): Uint8Array => {
  const axis = Array.from({ length: 1000 }, (_, i) => 3000 - 2 * i)
  const spectrum = axis.map((x) => 100 + Math.sin(x))
  return wdfFile(axis, Array.from({ length: Math.max(1, Math.floor((megabytes * 1e6) / 4000)) }, () => spectrum))
}
/** VASP prints the far wings of a band as zero; a Gaussian of the test's writer goes on to E-60. */
const printable = (text: string): string => text.replace(/\d\.\d{4}E-(?:2\d|[3-9]\d|\d{3})/g, '0.0000E+00')
const doscar = (megabytes: number): Uint8Array => encoded(printable(doscarText({ nions: Math.max(1, Math.round(megabytes / 0.44)), nedos: 2001, ispin: 2, projected: 18 })))
const vasprun = (megabytes: number): Uint8Array => encoded(vaspRunText({ elements: Array<string>(Math.max(1, Math.round(megabytes / 0.57))).fill('Ru'), nedos: 2001, ispin: 2 }))

export const instrumentFiles: readonly InstrumentFile[] = [
  { format: 'CHI i–t', reader: chiText, isBinary: false, name: 'bench.txt', make: chi },
  { format: 'Gamry DTA', reader: gamryDta, isBinary: false, name: 'bench.DTA', make: dta },
  { format: 'EC-Lab mpt', reader: biologicMpt, isBinary: false, name: 'bench.mpt', make: mpt },
  { format: 'EC-Lab mpt, decimal comma', reader: biologicMpt, isBinary: false, name: 'comma.mpt', make: mptComma },
  { format: 'EC-Lab mpr', reader: biologicMpr, isBinary: true, name: 'bench.mpr', make: mpr },
  { format: 'any table (two columns)', reader: delimitedTable, isBinary: false, name: 'bench.xy', make: xy },
  { format: 'Renishaw wdf', reader: renishawWdf, isBinary: true, name: 'bench.wdf', make: wdf },
  { format: 'DOSCAR', reader: vaspDoscar, isBinary: false, name: 'DOSCAR', make: doscar },
  { format: 'vasprun.xml', reader: vaspRun, isBinary: false, name: 'vasprun.xml', make: vasprun }
]
