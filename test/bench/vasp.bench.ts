import { it } from 'vitest'
import { vaspDoscar } from '../../src/shared/readers/vaspDoscar/vaspDoscar'
import { vaspRun } from '../../src/shared/readers/vaspRun/vaspRun'
import type { Reader } from '../../src/shared/readers/reader'
import { doscarText } from '../shared/readers/vaspDoscar/doscarText'
import { vaspRunText } from '../shared/readers/vaspRun/vaspRunText'
import { bestMs, printTable } from './measure'

/** The least any reader must do: look at every byte once and put the digits of each number together. */
function bareScan(bytes: Uint8Array): number {
  let sum = 0
  let digits = 0
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i]!
    if (byte >= 48 && byte <= 57) digits = digits * 10 + byte - 48
    else if (digits !== 0) {
      sum += digits
      digits = 0
    }
  }
  return sum
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

it('VASP readers', () => {
  const rows = [20, 100].flatMap((atoms) => {
    const files: [string, Reader, Uint8Array][] = [
      ['DOSCAR', vaspDoscar, bytesOf(doscarText({ nions: atoms, nedos: 2001, ispin: 2, projected: 18 }))],
      ['vasprun.xml', vaspRun, bytesOf(vaspRunText({ elements: Array<string>(atoms).fill('Ru'), nedos: 2001, ispin: 2 }))]
    ]
    return files.map(([name, reader, bytes]) => {
      const megabytes = bytes.length / 1e6
      const ours = bestMs(() => reader.read({ name, bytes }))
      const bare = bestMs(() => bareScan(bytes))
      return [name, atoms, megabytes.toFixed(1), ours.toFixed(0), ((megabytes / ours) * 1000).toFixed(0), ((megabytes / bare) * 1000).toFixed(0)]
    })
  })
  printTable('Densities of states (2001 energies, two spins, lm-resolved) beside a bare scan of the bytes', ['file', 'atoms', 'MB', 'ms', 'MB/s', 'bare scan MB/s'], rows)
})
