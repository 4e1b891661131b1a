import { it } from 'vitest'
import { biologicMpt } from '../../src/shared/readers/biologicMpt/biologicMpt'
import { chiText } from '../../src/shared/readers/chiText/chiText'
import { gamryDta } from '../../src/shared/readers/gamryDta/gamryDta'
import type { Reader } from '../../src/shared/readers/reader'
import { bestMs, printTable } from './measure'

type Make = (rows: number) => string
const chi: Make = (rows) => `Sept. 28, 2023   13:13:28\nAmperometric i-t Curve\nFile: bench.bin\nData Source: Experiment\nInstrument Model: CHI760E\nHeader: \nNote: \n\nInit E (V) = -0.9\nSample Interval (s) = 0.1\n\nTime/sec, Current/A\n\n${lines(rows, (i) => `${(i * 0.1).toFixed(1)}, ${(-1e-2 * (1 + 0.01 * Math.sin(i))).toExponential(3)}`)}`
const dta: Make = (rows) => `EXPLAIN\nTAG\tCHRONOA\nTITLE\tLABEL\tbench\tTest &Identifier\nCURVE\tTABLE\t${rows}\n\tPt\tT\tVf\tIm\tVu\tSig\tAch\tIERange\tOver\n\t#\ts\tV vs. Ref.\tA\tV\tV\tV\t#\tbits\n${lines(rows, (i) => `\t${i}\t${(i * 0.1).toFixed(4)}\t${(-0.9).toExponential(5)}\t${(-1e-2 * (1 + 0.01 * Math.sin(i))).toExponential(5)}\t0.00000E+000\t${(0.1).toExponential(5)}\t0.00000E+000\t9\t...........`)}`
const mpt: Make = (rows) => `EC-Lab ASCII FILE\nNb header lines : 5                          \n\nChronoamperometry\nmode\tox/red\ttime/s\tEwe/V\t<I>/mA\tcycle number\n${lines(rows, (i) => `2\t0\t${(i * 0.1).toExponential(15)}\t${(-0.9).toExponential(7)}\t${(-10 * (1 + 0.01 * Math.sin(i))).toExponential(7)}\t1,0000000E+000`.replaceAll('.', ','))}`

function lines(rows: number, line: (i: number) => string): string {
  const parts: string[] = []
  for (let i = 0; i < rows; i += 1) parts.push(line(i))
  return `${parts.join('\n')}\n`
}

/** What any straightforward reader does: text, lines, cells, numbers. */
function floor(bytes: Uint8Array): number {
  let sum = 0
  for (const line of new TextDecoder('latin1').decode(bytes).split('\n')) for (const cell of line.split(/[,\t ]+/)) sum += Number.parseFloat(cell) || 0
  return sum
}

it('text readers', () => {
  const formats: [string, Reader, Make][] = [['CHI i–t', chiText, chi], ['Gamry DTA', gamryDta, dta], ['EC-Lab mpt, decimal comma', biologicMpt, mpt]]
  const rows = formats.flatMap(([name, reader, make]) => [20_000, 100_000, 500_000].map((count) => {
    const bytes = new TextEncoder().encode(make(count))
    const megabytes = bytes.length / 1e6
    const ours = bestMs(() => reader.read({ name: 'bench', bytes }))
    const split = bestMs(() => floor(bytes))
    return [name, count, megabytes.toFixed(1), ours.toFixed(0), (megabytes / ours * 1000).toFixed(0), (megabytes / split * 1000).toFixed(0)]
  }))
  printTable('Readers against "decode, split, parseFloat" in the same run', ['format', 'rows', 'MB', 'ms', 'MB/s', 'floor MB/s'], rows)
})
