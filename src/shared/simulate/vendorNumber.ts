/** '-5.47776E-004': the three-digit exponents of Gamry and EC-Lab. */
export function threeDigitExponent(value: number, decimals: number): string {
  const [mantissa = '', exponent = '0'] = value.toExponential(decimals).split('e')
  const size = Math.abs(Number(exponent))
  return `${mantissa}E${exponent.startsWith('-') ? '-' : '+'}${String(size).padStart(3, '0')}`
}

/** '0.3000E+02': Fortran's E format, mantissa below 1. */
export function fortranExponent(value: number, decimals: number): string {
  if (value === 0) return `0.${'0'.repeat(decimals)}E+00`
  const [mantissa = '', exponent = '0'] = Math.abs(value).toExponential(decimals - 1).split('e')
  const shifted = Number(exponent) + 1
  return `${value < 0 ? '-' : ''}0.${mantissa.replace('.', '')}E${shifted < 0 ? '-' : '+'}${String(Math.abs(shifted)).padStart(2, '0')}`
}
