import { reportHead } from '../../shared/reportPage'

/** A report as our own window writes it: under its policy, without anything that runs, loads or leads elsewhere. Error, one sentence, for any other page. */
export function checkedReport(html: string): string {
  // Words between the elements may say anything: they are escaped.
  const elements = html.replace(/>[^<]*</g, '><')
  const isOurs = html.startsWith(reportHead) && html.endsWith('</html>')
    && !/<(?:script|foreignObject|iframe|object|embed|link|base|form|input|use|a|animate|set|video|audio|img)\b|<meta(?! charset="utf-8">| http-equiv="Content-Security-Policy")|\son\w+\s*=|\s(?:href|src|action)\s*=\s*"(?!data:image\/png;base64,)/i.test(elements)
  if (!isOurs || elements.match(/<meta/g)?.length !== 2) throw new Error('That is no report of this window.')
  return html
}
