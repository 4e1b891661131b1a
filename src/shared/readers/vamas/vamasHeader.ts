import type { NamedValue } from '../../measurement'
import { ReadError } from '../reader'
import type { LineCursor } from './lineCursor'

export const vamasMark = 'VAMAS Surface Chemical Analysis Standard Data Transfer Format 1988 May 4'

export interface Label { readonly name: string; readonly unit: string }
export interface VamasHeader {
  readonly settings: readonly NamedValue[]
  readonly mode: string
  readonly scanMode: string
  readonly variables: readonly Label[]
  readonly manualItems: number
  readonly futureItems: number
  readonly blocks: number
}

const modes: ReadonlySet<string> = new Set(['MAP', 'MAPDP', 'MAPSV', 'MAPSVDP', 'NORM', 'SDP', 'SDPSV', 'SEM', 'NOEXP'])

/** What stands before the first block, in the order of ISO 14976. */
export function vamasHeader(cursor: LineCursor): VamasHeader {
  while (cursor.at < cursor.bytes.length && cursor.text('the format line') !== vamasMark) continue
  const settings: NamedValue[] = ['Institution', 'Instrument', 'Operator', 'Experiment'].map((name) =>
    ({ name, value: cursor.text(`the ${name.toLowerCase()}`) }))
  const comment = cursor.texts(cursor.count('the number of comment lines'), 'the end of the comment').filter((line) => line !== '')
  comment.forEach((value, i) => settings.push({ name: `Comment ${i + 1}`, value }))
  const modeLine = cursor.line
  const mode = cursor.text('the experiment mode').toUpperCase()
  if (!modes.has(mode))
    throw new ReadError(`Line ${modeLine} should hold the experiment mode but holds "${mode.slice(0, 30)}"; the file is damaged, export it again.`,
    { line: modeLine })
  const scanMode = cursor.text('the scan mode').toUpperCase()
  if (['MAP', 'MAPDP', 'NORM', 'SDP'].includes(mode)) settings.push({ name: 'Spectral regions', value: cursor.text('the number of regions') })
  if (mode === 'MAP' || mode === 'MAPDP') {
    for (const name of ['Analysis positions', 'Map points in x', 'Map points in y']) settings.push({ name,
      value: cursor.text('the size of the map') })
  }
  const variables = Array.from({ length: cursor.count('the number of experimental variables') }, () =>
    ({ name: cursor.text('a variable'), unit: cursor.text('its unit') }))
  const listLine = cursor.line
  if (Number(cursor.text('the inclusion list')) !== 0) {
    throw new ReadError(
      'The VAMAS file leaves out parameters of its later blocks (inclusion list), which is not read; export it with all parameters in each block.',
      { line: listLine })
  }
  const manualItems = cursor.count('the number of items entered by hand')
  cursor.texts(manualItems, 'the items entered by hand')
  const futureLines = cursor.count('the number of future entries')
  const futureItems = cursor.count('the number of future entries of a block')
  cursor.texts(futureLines, 'the future entries')
  const blocks = cursor.count('the number of blocks')
  return { settings: settings.filter(({ value }) => value !== ''), mode, scanMode, variables, manualItems, futureItems, blocks }
}
