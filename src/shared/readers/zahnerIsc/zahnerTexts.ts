/** The texts behind the data as far as they are whole, with their letters as they were typed. */
export function zahnerTexts(view: DataView, start: number, names: readonly string[]): Map<string, string> {
  const said = new Map<string, string>()
  let at = start
  for (const name of names) {
    if (at + 2 > view.byteLength) break
    const length = view.getInt16(at)
    if (length < 0 || at + 2 + length > view.byteLength) break
    const letters = Array.from({ length }, (_, i) => String.fromCharCode(view.getUint8(at + 2 + i)))
    said.set(name, letters.map((letter) => (letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase())).join('').replace(/[\r\n\u0000]+/g, ' ').trim())
    at += 2 + length
  }
  return said
}
