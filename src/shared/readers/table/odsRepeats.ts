import { unzipSync } from 'fflate'
import { ReadError } from '../reader'

const maxCells = 2_000_000
const repeatOf = (tag: string, what: 'rows' | 'columns'): number => {
  const found = new RegExp(`number-${what}-repeated="(\\d{1,9})"`).exec(tag)
  return found ? Number(found[1]) : 1
}

/** An .ods may state one cell and repeat it a billion times: refuses more than two million filled cells. */
export function refuseEndlessOds(bytes: Uint8Array): void {
  let content: Uint8Array | undefined
  try {
    content = unzipSync(bytes, { filter: ({ name }) => name === 'content.xml' })['content.xml']
  } catch {
    throw new ReadError('The spreadsheet (.ods) is damaged; save it again from a spreadsheet program.')
  }
  if (!content) throw new ReadError('The spreadsheet (.ods) has no content.xml inside; save it again from a spreadsheet program.')
  let rowRepeat = 1
  let cells = 0
  for (const [tag] of new TextDecoder('utf-8').decode(content).matchAll(/<table:(?:table-row|table-cell)[\s/>][^>]*>?/g)) {
    if (tag.startsWith('<table:table-row')) rowRepeat = repeatOf(tag, 'rows')
    else if (tag.includes('value-type=')) cells += rowRepeat * repeatOf(tag, 'columns')
    if (cells > maxCells)
      throw new ReadError('The spreadsheet (.ods) repeats cells more than two million times; delete the unused rows and columns and save it again.')
  }
}
