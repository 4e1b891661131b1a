/**
 * '4.6e-05' in a row of plain numbers: the decoder takes the letter for the digit of a packed number. No packed form has a sign behind its letter
 * and an end behind the digits that follow, so such numbers are written out.
 */
const withExponent = /(^|[\s,;])([+-]?\d{1,30}(?:\.\d{0,40})?|[+-]?\.\d{1,40})[eE]([+-]\d{1,3})(?=[\s,;]|$)/gm

export function withoutExponents(text: string): string {
  if (!/\d[eE][+-]\d/.test(text)) return text
  return text.split('\n').map((line) => (/^\s*(##|\$\$)/.test(line) ? line : line.replace(withExponent, (_all, before: string, number: string, exponent: string) => `${before}${plain(number, Number(exponent))}`))).join('\n')
}

function plain(number: string, exponent: number): string {
  const sign = number.startsWith('-') ? '-' : ''
  const [whole = '', part = ''] = number.replace(/^[+-]/, '').split('.')
  const digits = whole + part
  const at = whole.length + exponent
  if (at <= 0) return `${sign}0.${'0'.repeat(-at)}${digits}`
  return at >= digits.length ? `${sign}${digits}${'0'.repeat(at - digits.length)}` : `${sign}${digits.slice(0, at)}.${digits.slice(at)}`
}
