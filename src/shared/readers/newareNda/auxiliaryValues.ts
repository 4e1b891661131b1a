import type { Column } from '../../measurement'

/** Values of auxiliary channels as they come, a record at a time, until the rows that they belong to are known. */
export class AuxiliaryValues {
  private readonly found = new Map<string, { readonly letter: 'T' | 'V'; readonly index: number[]; readonly values: number[] }>()

  put(letter: 'T' | 'V', channel: number, index: number, value: number): void {
    const key = `${letter}${channel}`
    const entry = this.found.get(key) ?? { letter, index: [], values: [] }
    this.found.set(key, entry)
    entry.index.push(index)
    entry.values.push(value)
  }

  /** One column per channel beside the rows of the test; a row without a value is empty. */
  columns(index: Float64Array): Column[] {
    if (this.found.size === 0) return []
    const rows = new Map<number, number>()
    index.forEach((value, row) => rows.set(value, row))
    const firstTemperature = [...this.found].find(([, entry]) => entry.letter === 'T')?.[0]
    return [...this.found].map(([name, entry]) => {
      const values = new Float64Array(index.length).fill(NaN)
      entry.index.forEach((of, i) => {
        const row = rows.get(of)
        if (row !== undefined) values[row] = entry.values[i]!
      })
      return { name, unit: entry.letter === 'T' ? '°C' : 'V', quantity: name === firstTemperature ? 'temperature' : 'other', values }
    })
  }
}
