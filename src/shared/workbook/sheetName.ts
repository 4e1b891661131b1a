/** Sheet names that Excel takes: at most 31 letters, none of []:*?/\ and no two alike. */
export function createSheetNames(): (text: string) => string {
  const used = new Set<string>()
  return (text) => {
    const plain = text.replace(/[[\]:*?/\\']/g, '-').trim().slice(0, 31) || 'Sheet'
    let name = plain
    for (let i = 2; used.has(name.toLowerCase()); i += 1) name = `${plain.slice(0, 31 - String(i).length - 3)} (${i})`
    used.add(name.toLowerCase())
    return name
  }
}

/** 0 → A, 26 → AA. */
export function columnLetter(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : columnLetter(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26))
}

/** 'RuFe-NC'!C7 */
export const cellReference = (sheet: string, column: number, row: number): string => `'${sheet}'!${columnLetter(column)}${row}`
