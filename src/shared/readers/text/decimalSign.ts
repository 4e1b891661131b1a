/**
 * The decimal sign of a file, from its first rows, where tabs separate the cells: the sign that stands between digits more often.
 * It follows the locale of the PC that wrote the file, so it is decided once for each file.
 */
export function decimalSign(rows: string): '.' | ',' {
  const commas = rows.match(/\d,\d/g)?.length ?? 0
  return commas > (rows.match(/\d\.\d/g)?.length ?? 0) ? ',' : '.'
}
