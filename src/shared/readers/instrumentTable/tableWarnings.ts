import type { ScannedTable } from '../text/scanTable'

/** One sentence for everything that a table's rows are not as they should be; `where` begins it ('Segment 2: ') where there are several. */
export function tableWarnings(table: ScannedTable, width: number, where = ''): string[] {
  const { rows, isCutOff, uneven, firstUneven, damaged } = table
  return [
    ...(rows === 0 ? [`${where}Column names but no rows: the measurement was stopped at the start or the file was cut off.`] : []),
    ...(isCutOff ? [`${where}The file ends within a row, which was left out; it was cut off or is still being written.`] : []),
    ...(uneven > 0 ? [`${where}${uneven} rows do not have the ${width} cells that the column names announce, the first is data row ` +
      `${firstUneven + 1}; missing cells are empty.`] : []),
    ...(damaged > 0 ? [`${where}${damaged} cells are no numbers; they are left empty.`] : [])
  ]
}
