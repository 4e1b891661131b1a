export interface TextRun { readonly text: string; readonly sub: boolean }

const subscript = /_([A-Za-z0-9]+)/g

/** Splits 'mg_cat⁻¹' into its parts: what follows an underscore is set as a subscript. */
export function textRuns(text: string): readonly TextRun[] {
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
