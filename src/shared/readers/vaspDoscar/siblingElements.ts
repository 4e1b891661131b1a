import type { ReadableFile } from '../reader'
import { firstLines, type DoscarHeader } from './doscarHeader'

/** A DOSCAR names no elements. The structure beside it does, if it is the same: as many atoms and the same cell volume within 1 %. */
export interface SiblingElements {
  readonly elements?: readonly string[]
  readonly warning?: string
}

const words = (line: string | undefined): string[] => (line ?? '').trim().split(/\s+/)

function cellVolume_A3(lines: readonly string[]): number {
  const scale = Number(words(lines[1])[0])
  const [a, b, c] = [2, 3, 4].map((i) => words(lines[i]).slice(0, 3).map(Number)) as [number[], number[], number[]]
  const [ax = NaN, ay = NaN, az = NaN] = a
  const [bx = NaN, by = NaN, bz = NaN] = b
  const [cx = NaN, cy = NaN, cz = NaN] = c
  const volume = Math.abs(ax * (by * cz - bz * cy) + ay * (bz * cx - bx * cz) + az * (bx * cy - by * cx))
  return scale < 0 ? -scale : volume * scale ** 3
}

function elementsOf(bytes: Uint8Array, name: string, { nions, volumePerAtom_A3 }: DoscarHeader): SiblingElements {
  const { lines } = firstLines(bytes, 7)
  const symbols = words(lines[5])
  const counts = words(lines[6]).map(Number)
  if (
    !symbols.every((symbol) => /^[A-Z][a-z]?([_/.][\w./]{0,60})?$/.test(symbol)) ||
    counts.length !== symbols.length ||
    !counts.every((count) => Number.isInteger(count) && count > 0)
  )
    return {}
  const atoms = counts.reduce((sum, count) => sum + count, 0)
  const volume = cellVolume_A3(lines) / nions
  if (atoms !== nions) return { warning: `${name} beside it has ${atoms} atoms, the DOSCAR ${nions}: another structure, its elements are not used.` }
  if (!(Math.abs(volume - volumePerAtom_A3) <= 0.01 * volumePerAtom_A3)) {
    return {
      warning:
        `${name} beside it has another cell volume (${volume.toFixed(2)} against ${volumePerAtom_A3.toFixed(2)} Å³ per atom): ` +
        'another structure, its elements are not used.'
    }
  }
  return { elements: symbols.flatMap((symbol, i) => Array<string>(counts[i]!).fill(symbol.replace(/[_/.].*/, ''))) }
}

export function siblingElements(file: ReadableFile, header: DoscarHeader): SiblingElements {
  let result: SiblingElements = {}
  for (const wanted of ['CONTCAR', 'POSCAR']) {
    const name = file.name.replace(/doscar/i, wanted)
    const bytes = name === file.name ? undefined : file.sibling?.(name)
    if (!bytes) continue
    const found = elementsOf(bytes, name, header)
    if (found.elements) return found
    result = found.warning ? found : result
  }
  return result
}
