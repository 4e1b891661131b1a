import type { NamedValue } from '../../measurement'
import { newareStatus } from './newareStatus'

type Attributes = ReadonlyMap<string, string>

const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"]
])

export interface XmlElement {
  readonly name: string
  readonly attributes: Attributes
}

/** Every element with its attributes: all that Neware's XML uses. The declaration names the encoding (GB2312 or UTF-8). */
export function xmlElements(bytes: Uint8Array | undefined): XmlElement[] {
  if (!bytes) return []
  const declared = new TextDecoder('windows-1252').decode(bytes.subarray(0, 100))
  const text = new TextDecoder(/encoding="gb/i.test(declared) ? 'gb18030' : 'utf-8').decode(bytes)
  const elements: XmlElement[] = []
  for (const [, name, rest] of text.matchAll(/<([A-Za-z_]\w{0,60})([^<>]*)>/g)) {
    const attributes = new Map<string, string>()
    for (const [, key, value] of rest!.matchAll(/(?<=\s)([A-Za-z_]\w{0,60})="([^"]*)"/g)) {
      attributes.set(
        key!,
        value!.replace(/&(amp|lt|gt|quot|apos);/g, (_, entity: string) => entities.get(entity) ?? '')
      )
    }
    elements.push({ name: name!, attributes })
  }
  return elements
}

const find = (elements: readonly XmlElement[], name: string): Attributes => elements.find((element) => element.name === name)?.attributes ?? new Map()

/** '2025-09-24 15:20:56' of the PC's clock. */
export function testStart(testInfo: readonly XmlElement[]): string | null {
  const match = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})$/.exec(find(testInfo, 'TestInfo').get('StartTime') ?? '')
  return match && !match[1]!.startsWith('0000') ? `${match[1]}T${match[2]}` : null
}

export interface AuxiliaryChannel {
  readonly id: string
  readonly kind: string
}

/** In the order of the file, which is that of the sorted data files. */
export function auxiliaryChannels(testInfo: readonly XmlElement[]): AuxiliaryChannel[] {
  return testInfo
    .filter(({ name }) => /^Aux\d+$/.test(name))
    .map(({ attributes }, i) => ({ id: attributes.get('AuxID') ?? String(i + 1), kind: attributes.get('ChlType') ?? '' }))
}

/** What the container's XML says of tester, program and versions, in its own words. */
export function ndaxSettings(testInfo: readonly XmlElement[], version: readonly XmlElement[], steps: readonly XmlElement[]): NamedValue[] {
  const of = (attributes: Attributes): NamedValue[] => [...attributes].filter(([, value]) => value !== '').map(([name, value]) => ({ name, value }))
  const head = ['Remark', 'PN', 'Creator'].flatMap((name) => {
    const value = find(steps, name).get('Value')
    return value === undefined || value === '' ? [] : [{ name, value }]
  })
  const program = steps.flatMap(({ attributes }) => {
    const [id, type] = [attributes.get('Step_ID'), attributes.get('Step_Type')]
    return id === undefined || type === undefined
      ? []
      : [{ name: `Step ${id}`, value: Number(type) === endStep ? 'End' : newareStatus(Number(type)) }]
  })
  return [...of(find(testInfo, 'TestInfo')), ...of(find(version, 'ZwjVersion')), ...head, ...program]
}

const endStep = 6
