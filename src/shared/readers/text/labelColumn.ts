/** Distinct texts of a column that holds text; the cell before is the likeliest to come again. */
export class LabelColumn {
  readonly labels: string[] = []
  private readonly known = new Map<string, number>()
  private last = -1

  index(bytes: Uint8Array, from: number, to: number): number {
    const previous = this.labels[this.last]
    if (previous !== undefined && previous.length === to - from) {
      let i = 0
      while (i < previous.length && previous.charCodeAt(i) === bytes[from + i]) i += 1
      if (i === previous.length) return this.last
    }
    return this.indexOf(new TextDecoder('windows-1252').decode(bytes.subarray(from, to)).trimEnd())
  }

  indexOf(text: string): number {
    const index = this.known.get(text) ?? this.labels.push(text) - 1
    this.known.set(text, index)
    this.last = index
    return index
  }
}
