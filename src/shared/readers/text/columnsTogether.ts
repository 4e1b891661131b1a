/** Columns of `rows` zeros in one piece of memory: a file of many short columns (densities of states) asks for memory once a block. */
export function columnsTogether(count: number, rows: number): Float64Array[] {
  const all = new Float64Array(count * rows)
  return Array.from({ length: count }, (_, i) => all.subarray(i * rows, (i + 1) * rows))
}
