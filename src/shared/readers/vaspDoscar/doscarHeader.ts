import { ReadError } from '../reader'

export interface DosGrid {
  readonly eMax_eV: number
  readonly eMin_eV: number
  readonly nedos: number
  readonly fermiEnergy_eV: number
}

export interface DoscarHeader extends DosGrid {
  readonly nions: number
  readonly volumePerAtom_A3: number
  readonly system: string
  /** Byte where the rows of the total DOS begin. */
  readonly end: number
}

/** Of a line, so of a thousand bytes at most. */
const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes)

/** The line that begins at a byte, without its end, and where the next begins. */
export function lineAt(bytes: Uint8Array, at: number): { text: string; next: number } {
  const found = bytes.indexOf(10, at)
  const end = found < 0 ? bytes.length : found
  return { text: latin1(bytes.subarray(at, Math.min(end, at + 1000))).replace(/\r$/, ''), next: found < 0 ? end : end + 1 }
}

/** 'Emax Emin NEDOS E_F weight', printed %16.8f %16.8f %5d %16.8f %16.8f: large numbers touch, so the columns decide then. */
export function dosGrid(line: string): DosGrid | null {
  const words = line.trim().split(/\s+/)
  const parts =
    words.length === 5 ? words : [line.slice(0, 16), line.slice(16, 32), line.slice(32, 37), line.slice(37, 53)].map((part) => part.trim())
  if (parts.some((part) => !/^[+-]?\d+(\.\d*)?$/.test(part))) return null
  const [eMax, eMin, nedos, fermi] = parts.map(Number)
  if (eMax === undefined || eMin === undefined || nedos === undefined || fermi === undefined) return null
  return Number.isInteger(nedos) && nedos > 0 && eMax > eMin ? { eMax_eV: eMax, eMin_eV: eMin, nedos, fermiEnergy_eV: fermi } : null
}

export function firstLines(bytes: Uint8Array, count: number): { lines: string[]; end: number } {
  const lines: string[] = []
  let at = 0
  for (let i = 0; i < count && at < bytes.length; i++) {
    const { text, next } = lineAt(bytes, at)
    lines.push(text)
    at = next
  }
  return { lines, end: at }
}

/** VASP writes five lines as soon as it starts, and the rest when it is done. */
export function looksLikeDoscar(head: Uint8Array): boolean {
  const { lines } = firstLines(head, 6)
  const isBegun = lines.length >= 4 && /^\s*\d+\s+\d+\s+\d+\s+\d+\s*$/.test(lines[0]!) && lines[3]!.trim() === 'CAR'
  return isBegun && (lines.length < 6 || dosGrid(lines[5]!) !== null)
}

export function doscarHeader(bytes: Uint8Array): DoscarHeader {
  const { lines, end } = firstLines(bytes, 6)
  if (lines.length < 6)
    throw new ReadError('The DOSCAR ends inside its header; copy it again when the calculation has finished.', { line: lines.length })
  const grid = dosGrid(lines[5]!)
  if (!grid)
    throw new ReadError(
      'Line 6 should hold the highest and lowest energy, the number of points and the Fermi energy; the file is damaged, copy it again.',
      { line: 6 }
    )
  if (grid.nedos * 8 > bytes.length * 4)
    throw new ReadError(`Line 6 promises ${grid.nedos} energies, more than the file can hold; copy it again.`, { line: 6 })
  const nions = Number(lines[0]!.trim().split(/\s+/)[0])
  if (!Number.isInteger(nions) || nions < 1)
    throw new ReadError('Line 1 should begin with the number of atoms; the file is damaged, copy it again.', { line: 1 })
  const system = lines[4]!.trim()
  return { ...grid, nions, volumePerAtom_A3: Number(lines[1]!.trim().split(/\s+/)[0]), system: system === 'unknown system' ? '' : system, end }
}
