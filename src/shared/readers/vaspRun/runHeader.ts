import { findText, latin1Text } from './findText'

/** What stands before the first ionic step: program, settings, atoms. */
export interface RunHeader {
  readonly version: string
  readonly startedAt: string | null
  readonly system: string
  /** One element per ion. */
  readonly elements: readonly string[]
  readonly nions: number | null
  readonly potentials: readonly string[]
  readonly kPoints: number | null
  /** Value of a tag as VASP used it (<parameters>), else as it was asked for (<incar>); null where neither states it. */
  readonly tag: (name: string) => string | null
}

/** A list of k-points or of symmetry-free atoms is long, but not longer than this. */
const longestHeader = 64_000_000

function between(text: string, open: string, close: string, from = 0): { text: string; end: number } | null {
  const start = text.indexOf(open, from)
  if (start < 0) return null
  const end = text.indexOf(close, start)
  return { text: text.slice(start + open.length, end < 0 ? undefined : end), end: end < 0 ? text.length : end }
}

/** Text of the first element whose tag holds name="…" in a part of the file. */
function named(part: string, name: string): string | null {
  const found = between(part, `name="${name}"`, '<')
  return found === null ? null : found.text.slice(found.text.indexOf('>') + 1).trim()
}

function cells(part: string): string[][] {
  return part.split('<rc>').slice(1).map((row) => row.split('<c>').slice(1).map((cell) => cell.split('<')[0]!.trim()))
}

function startOf(generator: string): string | null {
  const date = /^(\d{4}) (\d\d) (\d\d)$/.exec(named(generator, 'date') ?? '')
  const time = /^\d\d:\d\d:\d\d$/.exec(named(generator, 'time') ?? '')
  return date && time ? `${date[1]}-${date[2]}-${date[3]}T${time[0]}` : null
}

export function runHeader(bytes: Uint8Array): RunHeader {
  const first = findText(bytes, '<calculation>', 0, longestHeader)
  const text = latin1Text(bytes, 0, first < 0 ? Math.min(bytes.length, longestHeader) : first)
  const part = (open: string, close: string): string => between(text, open, close)?.text ?? ''
  const generator = part('<generator>', '</generator>')
  const parts = [part('<parameters>', '</parameters>'), part('<incar>', '</incar>')]
  const atoms = part('<array name="atoms"', '</array>')
  const types = part('<array name="atomtypes"', '</array>')
  const kPoints = part('<varray name="kpointlist"', '</varray>').split('<v>').length - 1
  const count = Number(part('<atoms>', '</atoms>').trim() || NaN)
  const elements = cells(atoms).flatMap(([element]) => (element ? [element] : []))
  const tag = (name: string): string | null => parts.map((where) => named(where, name)).find((value) => value !== null && value !== '') ?? null
  const system = named(parts[1]!, 'SYSTEM') ?? tag('SYSTEM') ?? ''
  return {
    version: named(generator, 'version') ?? '',
    startedAt: startOf(generator),
    system: system === 'unknown system' ? '' : system,
    elements,
    nions: Number.isInteger(count) && count > 0 ? count : elements.length > 0 ? elements.length : null,
    potentials: cells(types).flatMap((row) => (row[4] ? [row[4]] : [])),
    kPoints: kPoints > 0 ? kPoints : null,
    tag
  }
}
