import type { NamedValue } from '../../measurement'
import { parametersOf, SUPERSEDED, type Block, type Parameters } from './opusBlocks'

const REFERENCE = 2
const MOST_SETTINGS = 600

/** Everything the blocks of parameters say, in their own names; those of the background are marked so. What a later block repeats replaces the earlier. */
export function settingsOf(bytes: Uint8Array, blocks: readonly Block[]): Parameters {
  const found = new Map<string, string | number>()
  const inOrder = [...blocks.filter(({ rest }) => rest === SUPERSEDED), ...blocks.filter(({ rest }) => rest === 0)]
  for (const block of inOrder) {
    if (block.kind < 2 || block.spectrum > 0 || block.extension > 0) continue
    for (const [name, value] of parametersOf(bytes, block)) if (value !== '') found.set(block.channel === REFERENCE ? `background ${name}` : name, value)
  }
  return found
}

export const namedValues = (axis: Parameters, common: Parameters): NamedValue[] => [...axis, ...common].slice(0, MOST_SETTINGS).map(([name, value]) => ({ name, value }))

/** The few that everyone asks for, under plain names. */
export function factsOf(common: Parameters): NamedValue[] {
  const of = (name: string, ...keys: readonly string[]): NamedValue[] => {
    const value = keys.map((key) => common.get(key)).find((one) => one !== undefined && one !== '')
    return value === undefined ? [] : [{ name, value }]
  }
  return [...of('sample', 'SNM'), ...of('resolution_cm1', 'RES'), ...of('scans', 'ASS', 'NSS'), ...of('backgroundScans', 'background ASS', 'NSR')]
}

/** 'dd/mm/yyyy' or 'yyyy/mm/dd', 'hh:mm:ss.sss (GMT+1)'; without a time the day alone. */
export function startOf(date: string | number | undefined, time: string | number | undefined): string | null {
  const day = /^(\d{1,4})\/(\d{2})\/(\d{1,4})$/.exec(String(date ?? ''))
  if (!day) return null
  const [year, dayOfMonth] = day[1]!.length === 4 ? [day[1]!, day[3]!] : [day[3]!, day[1]!]
  const clock = /^(\d{2}:\d{2}:\d{2})(?:\.\d+)?(?:\s*\(GMT([+-])(\d{1,2})(?::(\d{2}))?\))?/.exec(String(time ?? ''))
  const zone = clock?.[2] ? `${clock[2]}${clock[3]!.padStart(2, '0')}:${clock[4] ?? '00'}` : ''
  const text = `${year}-${day[2]}-${dayOfMonth.padStart(2, '0')}${clock ? `T${clock[1]}${zone}` : ''}`
  return Number.isNaN(Date.parse(text)) ? null : text
}
