/** Lines of a text whatever ends them: CR LF, LF, CR, or the CR CR LF of a file that was converted twice. The last is '' after a final line end. */
export function splitLines(text: string): string[] {
  return text.split(/\r\r\n|\r\n|\n|\r/)
}
