import { describe, expect, it } from 'vitest'
import { CFB } from 'xlsx'
import { compoundStreams } from '../../../../src/shared/readers/binary/compoundFile'

/** Written by another program than the one that is tested. */
function written(streams: Readonly<Record<string, Uint8Array>>): Uint8Array<ArrayBuffer> {
  const file = CFB.utils.cfb_new()
  for (const [path, bytes] of Object.entries(streams)) CFB.utils.cfb_add(file, path, bytes as never)
  return new Uint8Array(CFB.write(file, { type: 'array' }) as unknown as ArrayLike<number>)
}
const large = new Uint8Array(40_000).map((_, i) => i % 251)
const small = new Uint8Array(100).fill(7)

describe('a compound file', () => {
  it('gives the streams that another program wrote, long and short ones', () => {
    const streams = compoundStreams(written({ 'A/large': large, 'A/B/small': small }))
    expect(streams.find(({ path }) => path.endsWith('A/large'))?.bytes).toEqual(large)
    expect(streams.find(({ path }) => path.endsWith('A/B/small'))?.bytes).toEqual(small)
  })
  it('is refused where a chain of sectors runs in a circle, and where it is cut off', () => {
    const bytes = written({ 'A/large': large })
    const circle = bytes.slice()
    const view = new DataView(circle.buffer)
    const table = 512 * (1 + view.getUint32(76, true))
    const link = Array.from({ length: 128 }, (_, sector) => sector).find((sector) => view.getUint32(table + 4 * sector, true) === sector + 1)!
    view.setUint32(table + 4 * (link + 1), link, true)
    expect(() => compoundStreams(circle)).toThrow('cut off or damaged inside')
    expect(() => compoundStreams(bytes.subarray(0, bytes.length - 20_000))).toThrow('cut off or damaged inside')
  })
  it('is refused where its streams state more than the file holds, before memory is asked for', () => {
    const bytes = written(Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`A/s${i}`, new Uint8Array(5000).fill(i)])))
    const view = new DataView(bytes.buffer)
    const directory = 512 * (1 + view.getUint32(48, true))
    /** All streams are the first one, each as long as half of the file. */
    const streams = Array.from({ length: 4 }, (_, i) => directory + 128 * i).filter((at) => bytes[at + 66] === 2)
    expect(streams.length).toBeGreaterThan(1)
    for (const at of streams) {
      view.setUint32(at + 116, view.getUint32(streams[0]! + 116, true), true)
      view.setUint32(at + 120, bytes.length - 1, true)
    }
    expect(() => compoundStreams(bytes)).toThrow('cut off or damaged inside')
  })
})
