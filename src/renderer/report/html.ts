import { textRuns } from '../text/textRuns'

/** Any text as the content of an element or an attribute: names of files and samples may say anything. */
export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll('\'', '&#39;')

/** Text of ours in which an underscore marks a subscript. */
export const typesetHtml = (text: string): string => textRuns(text).map(({ text: run, sub }) => (sub ? `<sub>${escapeHtml(run)}</sub>` : escapeHtml(run))).join('')
