import { ReadError } from '../reader'

const numericLabel = /^##\s*(FIRSTX|LASTX|FIRSTY|MINX|MAXX|MINY|MAXY|DELTAX|XFACTOR|YFACTOR|RESOLUTION)\s*=/i
const commaLabel = /^##\s*(?:FIRSTX|LASTX|FIRSTY|MINY|MAXY|DELTAX)\s*=\s*[+-]?\d+,\d+\s*$/im

/** Some programs write '176,36, 32822,795' on European computers: the comma between digits is the decimal one where a label shows it. */
export function withPoints(text: string): string {
  if (!commaLabel.test(text)) return text
  return text.split('\n').map((line, i) => {
    if (/^\s*(##|\$\$)/.test(line) && !numericLabel.test(line)) return line
    if (/\d,\d+,\d/.test(line)) throw new ReadError('Decimal commas and the commas between numbers cannot be told apart; export the spectrum again with decimal points.', { line: i + 1 })
    return line.replace(/(\d),(?=\d)/g, '$1.')
  }).join('\n')
}
