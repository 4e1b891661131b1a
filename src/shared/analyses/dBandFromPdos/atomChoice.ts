/** Atoms as they are typed: numbers as in POSCAR, elements, or nothing for all. */
export interface AtomChoice {
  readonly numbers: readonly number[]
  readonly elements: readonly string[]
}

/** '1, 3-5; Ru' → atoms 1, 3, 4, 5 and all Ru; empty: null, all atoms. RangeError for anything else, so that a slip never means all. */
export function atomChoiceOf(text: string): AtomChoice | null {
  const parts = text.split(/[,;\s]+/).filter((part) => part !== '')
  if (parts.length === 0) return null
  const numbers: number[] = []
  const elements: string[] = []
  for (const part of parts) {
    const match = /^(\d{1,5})(?:[-–](\d{1,5}))?$/.exec(part)
    if (match) numbers.push(...rangeOf(Number(match[1]), Number(match[2] ?? match[1])))
    else if (/^[A-Z][a-z]?$/.test(part)) elements.push(part)
    else throw new RangeError(`"${part}" is neither the number of an atom nor an element; write the atoms like 1, 3-5 or Ru`)
  }
  return { numbers, elements }
}

const rangeOf = (first: number, last: number): number[] => Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i)

/** null: all. RangeError where elements are asked for and the file does not say which atom is which. */
export function chosenAtoms(choice: AtomChoice | null, elements: readonly string[] | null): ReadonlySet<number> | null {
  if (choice === null) return null
  if (choice.elements.length > 0 && elements === null) throw new RangeError('it does not name its elements; put the POSCAR, CONTCAR or OUTCAR beside it, or choose atoms by number')
  return new Set([...choice.numbers, ...(elements ?? []).flatMap((element, i) => (choice.elements.includes(element) ? [i + 1] : []))])
}

/** [1, 2, 3, 7] → '1–3, 7'. */
export function rangesText(atoms: readonly number[]): string {
  const parts: string[] = []
  for (let i = 0; i < atoms.length; i += 1) {
    const start = i
    while (atoms[i + 1] === atoms[i]! + 1) i += 1
    parts.push(start === i ? String(atoms[i]) : `${atoms[start]}–${atoms[i]}`)
  }
  return parts.join(', ')
}
