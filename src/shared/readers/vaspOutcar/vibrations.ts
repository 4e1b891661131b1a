import type { Column } from '../../measurement'
import { findText, findTextBackwards, latin1Text } from '../vaspRun/findText'

interface Mode {
  readonly isImaginary: boolean
  /** THz, 2π THz, cm⁻¹, meV as printed. */
  readonly values: readonly [number, number, number, number]
}

const line = /^ {0,8}(\d{1,6}) f(\/i| {1,2}) ?= {0,12}([\d.]{1,16}) THz {0,12}([\d.]{1,16}) 2PiTHz {0,12}([\d.]{1,16}) cm-1 {0,12}([\d.]{1,16}) meV/

/** Modes by their number. The list is printed twice (before and after the division by √mass): the first counts. */
function modesOf(bytes: Uint8Array): Map<number, Mode> {
  const modes = new Map<number, Mode>()
  for (let at = findText(bytes, '2PiTHz'); at >= 0; at = findText(bytes, '2PiTHz', at + 6)) {
    const end = findTextBackwards(bytes, '\n', at, Math.max(0, at - 100))
    const match = end < 0 ? null : line.exec(latin1Text(bytes, end + 1, at + 60))
    const index = Number(match?.[1] ?? NaN)
    const values = match?.slice(3, 7).map(Number) ?? []
    const [THz, angular, wavenumber, meV] = values
    if (!match || modes.has(index) || THz === undefined || angular === undefined || wavenumber === undefined || meV === undefined) continue
    modes.set(index, { isImaginary: match[2] === '/i', values: [THz, angular, wavenumber, meV] })
  }
  return modes
}

export interface Vibrations {
  readonly columns: readonly Column[]
  readonly modes: number
  readonly imaginaryModes: number
  /** ½ Σ hν over the real modes. */
  readonly zeroPointEnergy_eV: number
  /** Whether the numbers run from 1 without a gap. */
  readonly isGapless: boolean
}

/** null: the file has no vibrations. Imaginary modes keep their printed size and are marked in a column of their own. */
export function vibrations(bytes: Uint8Array): Vibrations | null {
  const modes = [...modesOf(bytes)].sort(([a], [b]) => a - b)
  if (modes.length === 0) return null
  const column = (name: string, quantity: Column['quantity'], unit: string, value: (mode: Mode, index: number) => number): Column => ({
    name,
    quantity,
    unit,
    values: Float64Array.from(modes, ([index, mode]) => value(mode, index))
  })
  const real = modes.filter(([, { isImaginary }]) => !isImaginary)
  return {
    columns: [
      column('mode', 'other', '', (_, index) => index),
      column('frequency', 'frequency', 'THz', ({ values }) => values[0]),
      column('angular frequency', 'other', '2PiTHz', ({ values }) => values[1]),
      column('wavenumber', 'wavenumber', 'cm-1', ({ values }) => values[2]),
      column('energy', 'energy', 'meV', ({ values }) => values[3]),
      { ...column('kind', 'other', '', ({ isImaginary }) => (isImaginary ? 1 : 0)), labels: ['real', 'imaginary'] }
    ],
    modes: modes.length,
    imaginaryModes: modes.length - real.length,
    zeroPointEnergy_eV: real.reduce((sum, [, { values }]) => sum + values[3], 0) / 2000,
    isGapless: modes.at(-1)![0] === modes.length
  }
}
