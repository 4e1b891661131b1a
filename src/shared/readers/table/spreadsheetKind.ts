export type SpreadsheetKind = 'xlsx' | 'ods' | 'xls'

const oleMark = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] as const
const odsType = 'application/vnd.oasis.opendocument.spreadsheet'

export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4

function contains(bytes: Uint8Array, text: string, step: 1 | 2): boolean {
  const first = text.charCodeAt(0)
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let i = 1
    while (i < text.length && bytes[at + i * step] === text.charCodeAt(i)) i++
    if (i === text.length) return true
  }
  return false
}

export const isOle = (bytes: Uint8Array): boolean => oleMark.every((byte, i) => bytes[i] === byte)

/** Spreadsheet or not, from the first bytes alone: a zip of something else, or a Word file, is none. */
export function spreadsheetKind(head: Uint8Array): SpreadsheetKind | null {
  if (isZip(head)) {
    if (contains(head, 'xl/workbook', 1) || contains(head, 'xl/worksheets/', 1)) return 'xlsx'
    return contains(head, odsType, 1) ? 'ods' : null
  }
  if (!isOle(head)) return null
  return contains(head, 'Workbook', 2) || contains(head, 'Book', 2) || contains(head, 'EncryptedPackage', 2) ? 'xls' : null
}
