import type { SimulatedFile } from '../../../src/shared/simulate/simulatedFile'

/** A reading of the simulated files that shares no code with the program: plain splitting, one format after the other. */
export interface Points { readonly x: number[]; readonly y: number[] }

const numbers = (text: string): number => Number(text.replace(',', '.'))

function chi(text: string): Points {
  const rows = text.split('\r\n').filter((line) => /^-?\d+\.\d{3}, -?\d\.\d{3}e/.test(line)).map((line) => line.split(', ').map(Number))
  return { x: rows.map((row) => row[0]!), y: rows.map((row) => row[1]!) }
}

function dta(text: string, column: 'T' | 'Vf'): Points {
  const lines = text.split('\r\n')
  const start = lines.findIndex((line) => line.startsWith('CURVE\tTABLE'))
  const names = lines[start + 1]!.split('\t')
  const rows = lines.slice(start + 3).filter((line) => line.startsWith('\t')).map((line) => line.split('\t'))
  if (rows.length !== Number(lines[start]!.split('\t')[2])) throw new Error('the table does not hold the rows that it promises')
  return { x: rows.map((row) => Number(row[names.indexOf(column)])), y: rows.map((row) => Number(row[names.indexOf('Im')])) }
}

function mpt(text: string, column: 'time/s' | 'Ewe/V'): Points {
  const lines = text.split('\r\n')
  const header = Number(/Nb header lines : (\d+)/.exec(lines[1]!)![1])
  const names = lines[header - 1]!.split('\t')
  const rows = lines.slice(header).filter((line) => line !== '').map((line) => line.split('\t'))
  const current = names.findIndex((name) => /^<?I>?\/mA$/.test(name))
  return { x: rows.map((row) => numbers(row[names.indexOf(column)]!)), y: rows.map((row) => numbers(row[current]!) / 1000) }
}

function points({ path, text }: SimulatedFile, ofDta: 'T' | 'Vf', ofMpt: 'time/s' | 'Ewe/V'): Points {
  if (path.endsWith('.DTA')) return dta(text, ofDta)
  return path.endsWith('.mpt') ? mpt(text, ofMpt) : chi(text)
}
export const traceOf = (file: SimulatedFile): Points => points(file, 'T', 'time/s')
export const sweepOf = (file: SimulatedFile): Points => points(file, 'Vf', 'Ewe/V')

/** Absorbance at a wavelength, on the straight line between its two neighbours. */
export function absorbanceAt({ text }: SimulatedFile, nm: number): number {
  const lines = text.split('\r\n')
  const points = lines.slice(2, lines.indexOf('')).map((line) => line.split(',').map(Number))
  const i = points.findIndex((point) => point[0]! <= nm)
  const [[x1, y1], [x2, y2]] = [points[i - 1]!, points[i]!] as [number[], number[]]
  return y1! + ((y2! - y1!) * (nm - x1!)) / (x2! - x1!)
}

export function sheetRows({ text }: SimulatedFile): Map<string, string>[] {
  const [head = '', ...lines] = text.trimEnd().split('\r\n')
  const shield = (part: string, i: number): string => (i % 2 === 1 ? part.replaceAll(',', '\t') : part)
  const cells = (line: string): string[] => line.split('"').map(shield).join('').split(',').map((text) => text.replaceAll('\t', ','))
  const names = cells(head)
  return lines.map((line) => new Map(cells(line).map((cell, i) => [names[i]!, cell])))
}

/** Σd of all atoms and spins and its centre about E_F. */
export function dCentre({ text }: SimulatedFile): number {
  const lines = text.split('\n')
  const [, , nedos = 0, fermi = 0] = lines[5]!.trim().split(/\s+/).map(Number)
  const ispin = (lines[6]!.trim().split(/\s+/).length - 1) / 2
  let at = 6 + nedos
  const energies: number[] = []
  const d = new Array<number>(nedos).fill(0)
  for (let atom = 0; atom < Number(lines[0]!.trim().split(/\s+/)[0]); atom += 1, at += nedos + 1) {
    for (let i = 0; i < nedos; i += 1) {
      const row = lines[at + 1 + i]!.trim().split(/\s+/).map(Number)
      energies[i] = row[0]! - fermi
      d[i]! += row.slice(1 + 4 * ispin).reduce((sum, value) => sum + value, 0)
    }
  }
  let [zeroth, first] = [0, 0]
  for (let i = 1; i < nedos; i += 1) {
    const h = (energies[i]! - energies[i - 1]!) / 2
    zeroth += h * (d[i]! + d[i - 1]!)
    first += h * (d[i]! * energies[i]! + d[i - 1]! * energies[i - 1]!)
  }
  return first / zeroth
}
