import { describe, expect, it } from 'vitest'
import { closedFormats } from '../../../../src/shared/readers/notReadable/closedFormats'
import { notReadable } from '../../../../src/shared/readers/notReadable/notReadable'
import { ReadError } from '../../../../src/shared/readers/reader'
import { fixtures } from './fixture'

const recognised = (name: string, bytes: Uint8Array) => notReadable.recognises({ name, bytes, size: bytes.length })

describe('files that only their own program opens', () => {
  it.each(fixtures.map((fixture) => [fixture.name, fixture] as const))('%s is refused with the way to export it', (name, { bytes }) => {
    expect(recognised(name, bytes)?.version).toMatch(/\(\.\w/)
    expect(() => notReadable.read({ name, bytes })).toThrow(ReadError)
    expect(() => notReadable.read({ name, bytes })).toThrow(/export|save|use "Convert/i)
  })
  it('has a file of every format here', () => {
    expect(closedFormats.filter((format) => !fixtures.some(({ name, bytes }) => format.is(name, bytes))).map(({ format }) => format)).toEqual([])
  })
  it('never goes by the name alone', () => {
    const text = new TextEncoder().encode('Time (s);WE(1).Current (A)\n0;1\n')
    for (const name of ['a.nox', 'a.bin', 'a.isw', 'a.opj', 'a.mps', 'a.idf.sqlite']) expect(recognised(name, text)).toBeNull()
    const zeros = new Uint8Array(200)
    for (const name of ['a.bin', 'a.opju', 'a.mps', 'a.dat']) expect(recognised(name, zeros)).toBeNull()
  })
  it('refuses anything else in one sentence too', () => {
    expect(() => notReadable.read({ name: 'x', bytes: new Uint8Array(8) })).toThrow('export it as text')
  })
})
