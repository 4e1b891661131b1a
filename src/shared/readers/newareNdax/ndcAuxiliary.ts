import type { Column } from '../../measurement'
import type { AuxiliaryChannel } from './ndaxXml'
import { ndcKind, ndcRecordOffsets, viewOf } from './ndcPages'
import { wholeRecordOffsets } from './ndcWholeRecords'

/** 'data_AUX_225_3_1.ndc' or 'data_1.ndc'; sorted by their numbers they stand in the order of TestInfo.xml. */
export function auxiliaryFiles(names: Iterable<string>): string[] {
  const numbered: { name: string; order: readonly [number, number, number] }[] = []
  for (const name of names) {
    const channel = /data_AUX_(\d+)_(\d+)_(\d+)\.ndc$/.exec(name)
    const numbers = channel ? channel.slice(1) : /^[^/]*_(\d+)\.ndc$/.exec(name)?.slice(1)
    if (numbers) numbered.push({ name, order: [Number(numbers[0]), Number(numbers[1] ?? 0), Number(numbers[2] ?? 0)] })
  }
  return numbered.sort((a, b) => a.order[0] - b.order[0] || a.order[1] - b.order[1] || a.order[2] - b.order[2]).map(({ name }) => name)
}

type Letter = 'V' | 'T' | 't' | 'H' | 'Aux'
type Put = (letter: Letter, index: number, value: number) => void

const temperature = 103
const secondTemperature = 335
const humidity = 345
const letterOf = new Map<number, Letter>([
  [temperature, 'T'],
  [secondTemperature, 't'],
  [humidity, 'H']
])

/** V: auxiliary voltage, T and t: temperatures, H: humidity, Aux: a channel of a kind that is not known. */
function readChannel(bytes: Uint8Array, kind: string, put: Put): number | null {
  const { version } = ndcKind(bytes)
  const view = viewOf(bytes)
  let channel: number | null = null
  if (version === 2 || version === 5) {
    for (const type of [0x65, 0x74]) {
      for (const at of wholeRecordOffsets(bytes, version, type)) {
        const index = view.getUint32(at + 8, true)
        channel ??= view.getUint8(at + 3)
        put('V', index, view.getInt32(at + 31, true) / 10_000)
        put('T', index, view.getInt16(at + 41, true) / 10)
        if (type === 0x74) put('t', index, view.getInt16(at + 43, true) / 10)
      }
    }
  } else if (version === 11 && bytes[4096 + 132] === 0x74) {
    for (const at of ndcRecordOffsets(bytes, 132, 88)) {
      if (bytes[at] !== 0x74) continue
      channel ??= view.getInt8(at + 5)
      put('T', view.getInt32(at + 1, true), view.getInt16(at + 35, true) / 10)
    }
  } else if (version === 11 || version === 16) {
    let index = 0
    for (const at of ndcRecordOffsets(bytes, 132, 7)) {
      if (version === 11 && bytes[at] !== 0x65) continue
      index += 1
      put('V', index, view.getFloat32(at + 1, true) / 10_000)
      put('T', index, view.getInt16(at + 5, true) / 10)
    }
  } else if (version === 14 || version === 17) {
    let index = 0
    for (const at of ndcRecordOffsets(bytes, 132, 4)) {
      index += 1
      put(letterOf.get(Number(kind)) ?? 'Aux', index, view.getFloat32(at, true))
    }
  }
  return channel
}

const units = new Map<Letter, string>([
  ['V', 'V'],
  ['T', '°C'],
  ['t', '°C'],
  ['H', '%'],
  ['Aux', '']
])

/** Columns of the auxiliary channels beside the rows of the test, as V1, T1, T2 …; a row without a value is empty. */
export function auxiliaryColumns(
  parts: ReadonlyMap<string, Uint8Array>,
  channels: readonly AuxiliaryChannel[],
  index: Float64Array
): { columns: Column[]; warnings: string[] } {
  const files = auxiliaryFiles(parts.keys())
  const warnings: string[] = []
  if (files.length !== channels.length && files.length > 0) {
    warnings.push(
      `The file holds ${files.length} auxiliary channels but TestInfo.xml names ${channels.length}; ` +
        'which is which is not known, they are numbered as their files.'
    )
  }
  const rowOf = rowsByIndex(index)
  const columns: Column[] = []
  let hasTemperature = false
  files.forEach((name, i) => {
    const described = files.length === channels.length ? channels[i] : undefined
    const found = new Map<Letter, Float64Array>()
    const stated = readChannel(parts.get(name)!, described?.kind ?? '', (letter, recordIndex, value) => {
      const row = rowOf(recordIndex)
      if (row === undefined) return
      let values = found.get(letter)
      if (!values) found.set(letter, (values = new Float64Array(index.length).fill(NaN)))
      values[row] = value
    })
    if (found.size === 0) warnings.push(`The auxiliary channel ${name} holds no values that could be read.`)
    const id = described?.id ?? String(stated ?? i + 1)
    for (const [letter, values] of found) {
      const isFirst = letter === 'T' && !hasTemperature
      if (isFirst) hasTemperature = true
      const isTaken = columns.some((column) => column.name === `${letter}${id}`)
      columns.push({
        name: isTaken ? `${letter}${id} (${name})` : `${letter}${id}`,
        unit: units.get(letter)!,
        quantity: isFirst ? 'temperature' : 'other',
        values
      })
    }
  })
  return { columns, warnings }
}

/** Nearly always the index is the number of the row. */
function rowsByIndex(index: Float64Array): (recordIndex: number) => number | undefined {
  if (index.every((value, row) => value === row + 1))
    return (recordIndex) => (recordIndex >= 1 && recordIndex <= index.length ? recordIndex - 1 : undefined)
  const rows = new Map<number, number>()
  index.forEach((value, row) => rows.set(value, row))
  return (recordIndex) => rows.get(recordIndex)
}
