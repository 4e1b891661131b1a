import { describe, expect, it } from 'vitest'
import { cutLine, isText } from '../../../../src/shared/readers/text/cutLine'

const bytes = (text: string, encoding: BufferEncoding = 'latin1'): Uint8Array => Uint8Array.from(Buffer.from(text, encoding))
/** What stays of a text. */
const kept = (text: string): string => text.slice(0, cutLine(bytes(text)) ?? undefined)
const rows = 'Time/s, Current/A\n0.1, 1.234\n0.2, 1.235\n'

describe('a last line without an end', () => {
  it.each([
    [`${rows}0.3, 1.2`, rows], [`${rows}0.3,`, rows], [`${rows}0.`, rows], [`${rows}0.3, 1.236`, `${rows}0.3, 1.236`], [`${rows}0.3, 1.236\n`, `${rows}0.3, 1.236\n`],
    ['E\tI\n1\t8.1E-04\n2\t8.1', 'E\tI\n1\t8.1E-04\n'], ['E;I\n1,0;8,12\n2,0;8,1', 'E;I\n1,0;8,12\n'], ['1 2.50\n3 4.5', '1 2.50\n'], ['n,area\n1,97.91,\n2,2.04', 'n,area\n1,97.91,\n'],
    ['x\ty\n5.1\t196\n5.2\t', 'x\ty\n5.1\t196\n'], ['counts\n100\n96', 'counts\n100\n'], ['t,n\n1.0,19\n2.0,18\n3.0,19\n4.0,19', 't,n\n1.0,19\n2.0,18\n3.0,19\n4.0,19'], ['t,n\n1.0,118\n2.0,11\n3.0,11\n4.0,11', 't,n\n1.0,118\n2.0,11\n3.0,11\n'], ['t,n\n1.0,7\n2.0,7', 't,n\n1.0,7\n'],
    ['f\tRe\n1.0E+002\t1.0E+003', 'f\tRe\n1.0E+002\t1.0E+003'], ['f\tRe\n1.0E+002\t1.0E+00', 'f\tRe\n'], ['Index\tI\n1', 'Index\tI\n'], ['a.dat,0.50\nb.dat,0.5', 'a.dat,0.50\n'],
    ['t,at,T\n1.5,02/22/2019 16:21:35,24.9\n2.5,02/22/2019 16:21:45,24', 't,at,T\n1.5,02/22/2019 16:21:35,24.9\n'], ['1.5 2019-02-22 16:21 24.9\n2.5 2019-02-22 16:22 24', '1.5 2019-02-22 16:21 24.9\n']
  ])('%j', (text, rest) => expect(kept(text)).toBe(rest))
  it.each(['##TITLE=a\n1 2\n##END=', '<a>\n<r>1 2</r>\n</a>', 'Data\n1,2.0\nEnd of data', '{\n"a": 1.23,\n"b": 2.34\n}', 'Time,Current\n0,"1.00"\n1,"2.00"', 'unit dI\tmA\n\nmode\ttime/s\tEwe/V\t', ''])('is no row of a table in %j', (text) => expect(kept(text)).toBe(text))
  it('of two bytes a letter, also within a letter', () => {
    const wide = bytes(`\uFEFF${rows}0.3, 1.236`, 'utf16le')
    const whole = 2 * (1 + rows.length)
    expect([cutLine(wide), cutLine(wide.subarray(0, -1)), cutLine(wide.subarray(0, -2))]).toEqual([null, whole, whole])
  })
  it('of a row of a hundred thousand numbers', () => {
    const row = Array.from({ length: 100_000 }, () => '1.25').join('\t')
    expect([cutLine(bytes(`${row}\n${row}`)), cutLine(bytes(`${row}\n${row.slice(0, -1)}`))]).toEqual([null, row.length + 1])
  })
})

describe('a text', () => {
  const table = (head: string): Uint8Array => bytes(`${head}\n${'1.25;2.50\n'.repeat(200)}`)
  it('may have a name in its head that is filled up with zeros, or two bytes a letter', () => {
    expect(isText(table(`Spectrometer 0804016U1${'\0'.repeat(40)}`))).toBe(true)
    expect(isText(bytes(`\uFEFF${rows.repeat(40)}`, 'utf16le'))).toBe(true)
  })
  it('is none that consists of zeros, ends with them or holds other control bytes', () => {
    expect(isText(bytes('\0'.repeat(2000)))).toBe(false)
    expect(isText(bytes(`${rows.repeat(40)}${'\0'.repeat(100)}`))).toBe(false)
    expect(isText(table('\u0001\u0002 header'))).toBe(false)
  })
})
