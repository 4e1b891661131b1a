export interface TextRun { readonly text: string; readonly sub: boolean }

/** A short symbol, an underscore, and what stands below; not the underscores of a file's name ('RuFe-NC_XRD.uxd', 'a_b.txt'). */
const subscript = /(?<=(?<![\p{L}\p{N}_.-])\p{L}{1,3})_([A-Za-z0-9₀-₉]+)(?![A-Za-z0-9_]|[\w-]*\.[A-Za-z])/gu

/** Splits 'mg_cat⁻¹' into its parts: what follows the underscore of a symbol is set as a subscript. */
export function textRuns(text: string): readonly TextRun[] {
  if (!text.includes('_')) return text === '' ? [] : [{ text, sub: false }]
  const runs: TextRun[] = []
  let done = 0
  for (const match of text.matchAll(subscript)) {
    if (match.index > done) runs.push({ text: text.slice(done, match.index), sub: false })
    runs.push({ text: match[1]!, sub: true })
    done = match.index + match[0].length
  }
  if (done < text.length) runs.push({ text: text.slice(done), sub: false })
  return runs
}
