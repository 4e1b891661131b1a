import { SaxesParser } from 'saxes'

export interface XmlElement {
  /** Without its namespace prefix. */
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  /** Own text, not that of the children. */
  readonly text: string
  /** False where the document ended or broke before the end tag. */
  readonly isClosed: boolean
}

export interface XmlDocument {
  readonly root: XmlElement | null
  /** Why reading stopped early, in the parser's words; null for a well-formed document. */
  readonly problem: string | null
}

interface Building { readonly name: string; readonly attributes: Map<string, string>; readonly children: Building[]; text: string; isClosed: boolean }

const mostElements = 2_000_000
const deepest = 64
const pieceLetters = 65_536
class Stop extends Error {}

const localName = (name: string): string => name.slice(name.lastIndexOf(':') + 1)

/**
 * XML as a tree. A document type is refused, so that no entity is ever expanded (the five of XML itself stay letters); depth and
 * number of elements are limited. What was read before damage or the end of a cut file is kept.
 */
export function xmlTree(text: string): XmlDocument {
  const parser = new SaxesParser({ xmlns: false, position: false })
  const open: Building[] = []
  let root: Building | null = null
  let count = 0
  let problem: string | null = null
  let isEnding = false
  const stop = (reason: string): void => {
    problem ??= reason
    if (!isEnding) throw new Stop(reason)
  }
  parser.on('doctype', () => stop('the document declares a document type'))
  parser.on('error', (error) => stop(error.message))
  parser.on('opentag', (tag) => {
    count += 1
    if (count > mostElements) stop(`the document holds more than ${mostElements} elements`)
    if (open.length >= deepest) stop(`the elements are nested deeper than ${deepest}`)
    const element: Building = { name: localName(tag.name), attributes: new Map(Object.entries(tag.attributes)), children: [], text: '',
      isClosed: false }
    open.at(-1)?.children.push(element)
    root ??= element
    open.push(element)
  })
  parser.on('closetag', () => {
    const element = open.pop()
    if (element) element.isClosed = true
  })
  const add = (piece: string): void => {
    const element = open.at(-1)
    if (element) element.text += piece
  }
  parser.on('text', add)
  parser.on('cdata', add)
  try {
    for (let at = 0; at < text.length; at += pieceLetters) parser.write(text.slice(at, at + pieceLetters))
    isEnding = true
    parser.close()
  } catch (error) {
    if (!(error instanceof Stop)) throw error
  }
  return { root, problem }
}

export const childrenOf = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? []

/** The first element down a path of names. */
export function elementAt(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  let found = element
  for (const name of path) found = found?.children.find((child) => child.name === name)
  return found
}

export const textAt = (element: XmlElement | undefined, ...path: readonly string[]): string => elementAt(element, ...path)?.text.trim() ?? ''

/** NaN where there is none. */
export function numberAt(element: XmlElement | undefined, ...path: readonly string[]): number {
  const text = textAt(element, ...path)
  return text === '' ? NaN : Number(text)
}

/** All elements of a name, anywhere below. */
export function descendants(element: XmlElement | undefined, name: string): XmlElement[] {
  const found: XmlElement[] = []
  const waiting: XmlElement[] = element ? [element] : []
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.name === name) found.push(next)
    for (let i = next.children.length - 1; i >= 0; i -= 1) waiting.push(next.children[i]!)
  }
  return found
}
