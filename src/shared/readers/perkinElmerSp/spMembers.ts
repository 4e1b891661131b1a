import { ReadError } from '../reader'

/** A member of the data set: what it is, and where its typed value begins. */
export interface SpMember { readonly id: number; readonly at: number; readonly size: number }

export const FIRST_BLOCK = 44
export const DATA_SET = 120
export const ids = {
  dataType: -29839, xRange: -29838, yRange: -29837, step: -29836, points: -29835, xLabel: -29833, yLabel: -29832, kind: -29829, values: -29828, file: -29827, name: -29823, history: -29825
} as const
/** Marks of typed values: u16 before the value. */
export const types = { text: 0x7523, integer: 0x752b, number: 0x751b, range: 0x751d, numbers: 0x7516 } as const
const MOST_MEMBERS = 200

/** Members follow each other: id i16, size i32, then the value; a block that reaches beyond the end is as long as the file. */
export function membersOf(bytes: Uint8Array): SpMember[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < FIRST_BLOCK + 6 || view.getInt16(FIRST_BLOCK, true) !== DATA_SET) throw new ReadError('The file does not begin with a data set of PerkinElmer; save it again from Spectrum or UV WinLab.')
  const end = Math.min(bytes.length, FIRST_BLOCK + 6 + view.getInt32(FIRST_BLOCK + 2, true))
  const members: SpMember[] = []
  for (let at = FIRST_BLOCK + 6; at + 6 <= end && members.length < MOST_MEMBERS;) {
    const [id, size] = [view.getInt16(at, true), view.getInt32(at + 2, true)]
    if (size < 0) throw new ReadError('A part of the data set has an impossible length; the file is damaged, copy it again.', { byte: at })
    members.push({ id, at: at + 6, size })
    at += 6 + size
  }
  return members
}

export class SpValues {
  private readonly view: DataView
  constructor(private readonly bytes: Uint8Array, private readonly members: readonly SpMember[]) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  member(id: number): SpMember | undefined {
    return this.members.find((member) => member.id === id)
  }

  text(id: number): string {
    const found = this.typed(id, types.text, 4)
    return found === null ? '' : this.textAt(found.at, Math.min(found.size - 2, 2 + this.view.getUint16(found.at, true)))
  }

  integer(id: number): number | null {
    const found = this.typed(id, types.integer, 6)
    return found && this.view.getInt32(found.at, true)
  }

  number(id: number): number | null {
    const found = this.typed(id, types.number, 10)
    return found && this.view.getFloat64(found.at, true)
  }

  range(id: number): readonly [number, number] | null {
    const found = this.typed(id, types.range, 18)
    return found && [this.view.getFloat64(found.at, true), this.view.getFloat64(found.at + 8, true)]
  }

  /** Where the numbers begin, how many the file announces and how many are there. */
  numbers(id: number): { readonly at: number; readonly announced: number; readonly here: number } | null {
    const found = this.member(id)
    if (!found || found.at + 6 > this.bytes.length || this.view.getUint16(found.at, true) !== types.numbers) return null
    const announced = this.view.getInt32(found.at + 2, true) / 8
    return { at: found.at + 6, announced, here: Math.min(announced, (found.size - 6) / 8, Math.floor((this.bytes.length - found.at - 6) / 8)) }
  }

  private typed(id: number, type: number, least: number): SpMember | null {
    const found = this.member(id)
    return found && found.size >= least && found.at + found.size <= this.bytes.length && this.view.getUint16(found.at, true) === type ? { ...found, at: found.at + 2 } : null
  }

  private textAt(at: number, end: number): string {
    return new TextDecoder('windows-1252').decode(this.bytes.subarray(at + 2, at + Math.max(2, end))).replace(/\0.*$/s, '').trim()
  }

  /** Every text inside the history (analyst, time, instrument, accessory …), in its order; the layout of its records is not published. */
  textsIn(id: number): string[] {
    const found = this.member(id)
    const texts: string[] = []
    if (!found) return texts
    const end = Math.min(found.at + found.size, this.bytes.length)
    for (let at = found.at; at + 4 <= end && texts.length < 200;) {
      const length = this.view.getUint16(at, true) === types.text ? this.view.getUint16(at + 2, true) : -1
      if (length < 0 || at + 4 + length > end) { at += 1; continue }
      const text = this.textAt(at + 2, length + 2)
      if (text !== '' && /^[\x20-\x7e\xa0-\xff\r\n\t]+$/.test(text)) texts.push(text.slice(0, 400))
      at += 4 + length
    }
    return texts
  }
}
