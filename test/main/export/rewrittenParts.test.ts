import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { rewrittenParts } from '../../../src/main/export/rewrittenParts'

const parts = { '[Content_Types].xml': strToU8('<Types/>'), 'xl/charts/chart1.xml': strToU8(`<c>${'1 '.repeat(5000)}</c>`), 'xl/表.xml': strToU8('π'), empty: new Uint8Array() }
const read = (zip: Uint8Array): Record<string, string> => Object.fromEntries(Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, strFromU8(bytes)]))

describe('a zip of which some parts are rewritten', () => {
  it.each([0, 6] as const)('holds the new text, and all else as it was (level %i)', (level) => {
    const zip = zipSync(parts, { level, mtime: new Date('1999-01-01T00:00:00') })
    const written = rewrittenParts(zip, (name) => (name.startsWith('xl/charts/') ? (xml) => xml.replace('<c>', '<c x="µ">') : undefined))
    expect(read(written)).toEqual({ ...read(zip), 'xl/charts/chart1.xml': read(zip)['xl/charts/chart1.xml']!.replace('<c>', '<c x="µ">') })
    expect(rewrittenParts(written, () => undefined)).toEqual(written)
  })
  it('takes the other parts over as they were compressed', () => {
    const zip = zipSync({ big: strToU8('abc '.repeat(1000)) }, { level: 9 })
    const [before, after] = [zip, rewrittenParts(zip, () => undefined)].map((bytes) => Buffer.from(bytes).toString('latin1'))
    const data = before!.slice(30 + 3, before!.indexOf('PK\u0001\u0002'))
    expect(after).toContain(data)
  })
  it('says what is no such zip', () => {
    expect(() => rewrittenParts(strToU8('not a zip at all, though long enough'), () => undefined)).toThrow('zip of one disk')
    const zip = zipSync(parts)
    zip[Buffer.from(zip).lastIndexOf('PK\u0001\u0002')] = 0
    expect(() => rewrittenParts(zip, () => undefined)).toThrow('damaged')
  })
})
