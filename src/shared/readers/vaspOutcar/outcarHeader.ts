import { findText, latin1Text } from '../vaspRun/findText'

/** What stands before the first electronic step. */
export interface OutcarHeader {
  readonly version: string
  readonly startedAt: string | null
  readonly system: string
  readonly potentials: readonly string[]
  /** One element per ion; empty where the file ends before it says so. */
  readonly elements: readonly string[]
  readonly nions: number | null
  /** The meta-GGA that was used; among the parameters METAGGA only says whether one was evaluated afterwards. */
  readonly metaGga: string | null
  /** First word behind 'NAME =' among the parameters that VASP used; null: not stated. */
  readonly tag: (name: string) => string | null
}

const longestHeader = 16_000_000

export const versionOf = (text: string): string | null => /^\s{0,8}vasp\.(\d[\w.]{0,30})/.exec(text)?.[1] ?? null

/** 'TITEL  = PAW_PBE Fe_pv 02Aug2007' → 'Fe' */
const elementOf = (potential: string): string => /^\S+\s+([A-Z][a-z]?)(?![a-z])/.exec(potential)?.[1] ?? ''

function startOf(text: string): string | null {
  const match = /\bdate (\d{4})\.(\d\d)\.(\d\d)\s{1,4}(\d\d:\d\d:\d\d)/.exec(text)
  return match ? `${match[1]}-${match[2]}-${match[3]}T${match[4]}` : null
}

export function outcarHeader(bytes: Uint8Array): OutcarHeader {
  const first = findText(bytes, 'Iteration', 0, longestHeader)
  const text = latin1Text(bytes, 0, first < 0 ? Math.min(bytes.length, longestHeader) : first)
  // Older and newer versions echo the INCAR before it; what VASP made of it comes later.
  const used = text.slice(Math.max(0, text.indexOf('Dimension of arrays')))
  const tag = (name: string): string | null => new RegExp(`(?:^|\\s)${name} {0,12}= {0,12}([^\\s;]{1,60})`).exec(used)?.[1] ?? null
  const counts = /ions per type = {1,20}([\d ]{1,2000})/.exec(used)?.[1]?.trim().split(/ +/).map(Number) ?? []
  const potentials = [...text.matchAll(/TITEL {1,4}= {0,4}([^\n]{1,80})/g)].map((match) => match[1]!.trim())
  const nions = Number(tag('NIONS') ?? NaN)
  const symbols = potentials.slice(0, counts.length).map(elementOf)
  const atoms = counts.reduce((sum, count) => sum + count, 0)
  const isSure = atoms === nions && symbols.length === counts.length && symbols.every((symbol) => symbol !== '')
  const system = /SYSTEM {1,4}= {0,4}([^\n]{0,200})/.exec(used)?.[1]?.trim() ?? ''
  return {
    version: versionOf(text) ?? '',
    startedAt: startOf(text.slice(0, 4000)),
    system: system === 'unknown system' ? '' : system,
    potentials,
    // A damaged count must not become a long list: an ion takes a line of its own in the file.
    elements: isSure && nions > 0 && nions < bytes.length / 8 ? symbols.flatMap((symbol, i) => Array<string>(counts[i]!).fill(symbol)) : [],
    nions: Number.isInteger(nions) && nions > 0 ? nions : null,
    metaGga: /\n METAGGA = {0,4}(\w{1,8}) {1,8}LMAXTAU/.exec(text)?.[1] ?? null,
    tag
  }
}
