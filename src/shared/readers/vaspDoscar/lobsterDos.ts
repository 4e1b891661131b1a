/**
 * LOBSTER writes its projected DOS as a DOSCAR: line 5 says so, energies count from the Fermi level, and line 6 of each atom goes on with
 * '; Z= 44; 5s 5p_y … 4d_xy …' (or the element instead of Z), so that every atom has its own columns. A fragment of molecular orbitals counts
 * as one, so that there may be fewer than atoms. Its total holds the states of its basis, not those that VASP counted.
 */
import type { Column, Measurement } from '../../measurement'
import { dosBlock, type DosBlock } from './dosBlock'
import { dosGrid, lineAt, type DoscarHeader } from './doscarHeader'
import { states, totalColumns } from './totalColumns'

const places: Readonly<Record<string, string>> = {
  y: 'y', z: 'z', x: 'x', xy: 'xy', yz: 'yz', 'z^2': 'z2', xz: 'xz', 'x^2-y^2': 'x2-y2',
  'y(3x^2-y^2)': '-3', xyz: '-2', 'yz^2': '-1', 'z^3': '0', 'xz^2': '1', 'z(x^2-y^2)': '2', 'x(x^2-3y^2)': '3'
}

export const isLobster = (system: string): boolean => /\bby LOBSTER\b/.test(system)

/** Who the atom is, and its orbitals as VASP's columns are called ('4d_x^2-y^2' → 'dx2-y2'); a second shell keeps its number. Null: no atom. */
function atomIn(line: string): { readonly nedos: number; readonly who: string; readonly orbitals: readonly string[] } | null {
  const [grid = '', who = '', names] = line.split(';')
  const found = dosGrid(grid)
  if (!found || names === undefined) return null
  const seen = new Set<string>()
  const orbitals = names.trim().split(/\s+/).filter((word) => word !== 'X' && word !== '').map((word) => {
    const [, shell = '', letter, place] = /^(\d)([spdf])(?:_(.{1,20}))?$/.exec(word) ?? []
    const name = letter === undefined ? word : `${letter}${place === undefined ? '' : (places[place] ?? `_${place}`)}`
    const own = seen.has(name) ? `${name} (${shell}${letter ?? ''})` : name
    seen.add(name)
    return own
  })
  return { nedos: found.nedos, who: who.replace(/\s+/g, ' ').trim(), orbitals }
}

interface Parts { readonly bytes: Uint8Array; readonly header: DoscarHeader; readonly total: DosBlock; readonly ispin: 1 | 2; readonly lastLine: number }

export function lobsterDos({ bytes, header, total, ispin, lastLine }: Parts): Measurement {
  const columns: Column[] = []
  const atoms: string[] = []
  let damaged = total.damaged
  let isBroken = false
  for (let at = total.end; at < bytes.length && !isBroken; ) {
    const { text, next } = lineAt(bytes, at)
    if (text.trim() === '') break
    const atom = atomIn(text)
    const block = atom?.nedos === header.nedos ? dosBlock(bytes, next, header.nedos, lastLine) : null
    const names = (atom?.orbitals ?? []).flatMap((orbital) => (ispin === 1 ? [orbital] : [`${orbital} up`, `${orbital} down`]))
    isBroken = block === null || block.rows < header.nedos || block.columns.length !== names.length + 1
    if (isBroken || block === null || atom === null) break
    atoms.push(atom.who)
    names.forEach((name, i) => columns.push({ name: `atom ${atoms.length} ${name}`, quantity: 'dos', unit: states, values: block.columns[i + 1]! }))
    damaged += block.damaged
    at = block.end
  }
  const energies = total.columns[0]!
  const facts: readonly [string, string | number][] = [
    ['nions', header.nions], ['nedos', header.nedos], ['fermiEnergy_eV', 0], ['fermiEnergyOfVasp_eV', header.fermiEnergy_eV], ['eMin_eV', energies[0]!], ['eMax_eV', energies.at(-1)!],
    ['ispin', ispin], ['layout', 'LOBSTER'], ['pdosBlocks', atoms.length], ['atoms', atoms.join(', ')]
  ]
  return {
    technique: 'DOS', title: '', columns: [...totalColumns(total, ispin), ...columns], segments: [], settings: [{ name: 'system', value: header.system }],
    facts: facts.map(([name, value]) => ({ name, value })), header: {}, startedAt: null, signConvention: null,
    warnings: [
      ...(isBroken ? [`The file ends within the projected DOS of atom ${atoms.length + 1}; the ${atoms.length} complete atoms are kept.`] : []),
      ...(damaged > 0 ? [`${damaged} values are no numbers; they are left empty.`] : [])
    ],
    complete: !isBroken
  }
}
