import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberList } from '../../../../src/shared/readers/xml/numberList'
import { childrenOf, descendants, numberAt, textAt, xmlTree } from '../../../../src/shared/readers/xml/xmlTree'

describe('XML as a tree', () => {
  it('keeps names, attributes and text', () => {
    const { root, problem } = xmlTree('<?xml version="1.0"?><x:a p="1 &amp; 2"><b>t</b><b><![CDATA[<raw>]]></b><c><b>3</b></c></x:a>')
    expect(problem).toBeNull()
    expect(root).toMatchObject({ name: 'a', isClosed: true })
    expect(root!.attributes.get('p')).toBe('1 & 2')
    expect(childrenOf(root!, 'b').map(({ text }) => text)).toEqual(['t', '<raw>'])
    expect(descendants(root!, 'b')).toHaveLength(3)
    expect(numberAt(root!, 'c', 'b')).toBe(3)
    expect(textAt(root!, 'c', 'missing')).toBe('')
  })
  it('refuses a document type, so that no entity grows', () => {
    const bomb = `<!DOCTYPE a [<!ENTITY x "${'y'.repeat(1000)}">]><a>&x;&x;</a>`
    expect(xmlTree(bomb)).toMatchObject({ root: null, problem: 'the document declares a document type' })
    expect(xmlTree('<a>&x;</a>').problem).toContain('entity')
  })
  it('stops at great depth', () => {
    const { problem } = xmlTree('<a>'.repeat(100_000))
    expect(problem).toContain('deeper')
  })
  it('keeps what stands before the end of a cut file', () => {
    const { root, problem } = xmlTree('<a><b>1</b><c>2 3 4')
    expect(problem).not.toBeNull()
    expect(root!.children.map(({ name, text, isClosed }) => [name, text, isClosed])).toEqual([['b', '1', true], ['c', '2 3 4', false]])
  })
  it('keeps attributes named like members of every object', () => {
    const { root } = xmlTree('<constructor __proto__="1"><toString>x</toString></constructor>')
    expect(root!.name).toBe('constructor')
    expect(textAt(root!, 'toString')).toBe('x')
    expect(textAt(root!, 'valueOf')).toBe('')
  })
})

describe('a list of numbers', () => {
  it('is read back, and words count as damage', () => {
    fc.assert(fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true })), fc.constantFrom(' ', ', ', '\n', '\t'),
      (values, separator) => {
      const list = numberList(values.join(separator))
      expect([[...list.values].map((value) => value + 0), list.damaged]).toEqual([values.map((value) => value + 0), 0])
    }))
    const list = numberList('1 x2 3z 4')
    expect([...list.values]).toEqual([1, NaN, NaN, 4])
    expect(list.damaged).toBe(2)
  })
})
