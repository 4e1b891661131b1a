import type { Fixture } from '../fixture'

export interface JcampParts { readonly title?: string; readonly dataType?: string; readonly xUnits?: string; readonly yUnits?: string; readonly x: readonly number[]; readonly y: readonly number[]; readonly form?: 'pairs' | 'lines'; readonly points?: number }

/** A block of JCAMP-DX from the standard alone: pairs, or lines of ten ordinates behind their first abscissa. */
export function jcampText({ title = 'made by the project', dataType = 'INFRARED SPECTRUM', xUnits = '1/CM', yUnits = 'TRANSMITTANCE', x, y, form = 'pairs', points = x.length }: JcampParts): string {
  const data = form === 'pairs' ? ['##XYPOINTS= (XY..XY)', ...x.map((at, i) => `${at}, ${y[i]}`)]
    : ['##XYDATA= (X++(Y..Y))', ...Array.from({ length: Math.ceil(x.length / 10) }, (_, row) => `${x[10 * row]} ${y.slice(10 * row, 10 * row + 10).join(' ')}`)]
  return [
    `##TITLE= ${title}`, '##JCAMP-DX= 4.24', `##DATA TYPE= ${dataType}`, '##DATE= 24/03/05', '##TIME= 10:11:12', `##XUNITS= ${xUnits}`, `##YUNITS= ${yUnits}`, '##XFACTOR= 1', '##YFACTOR= 1',
    `##FIRSTX= ${x[0]}`, `##LASTX= ${x.at(-1)}`, `##FIRSTY= ${y[0]}`, `##NPOINTS= ${points}`, ...data, '##END=', ''
  ].join('\r\n')
}
/** Digits of the forms with a sign in the first letter: SQZ for a value, DIF for a difference; DUP for how often it stands. */
const [SQZ, DIF, DUP] = [['@ABCDEFGHI', '@abcdefghi'], ['%JKLMNOPQR', '%jklmnopqr'], ['', 'STUVWXYZs']] as const
const coded = ([positive, negative]: readonly [string, string], value: number): string => {
  const digits = String(Math.abs(value))
  return (value < 0 ? negative : positive)[Number(digits[0])]! + digits.slice(1)
}
const repeats = (count: number): string => (count === 1 ? '' : ((digits) => DUP[1][Number(digits[0]) - 1]! + digits.slice(1))(String(count)))

/** Lines in DIF and DUP form: x, the first value, differences; each later line begins with the last value again, as a check. */
export function difLines(y: readonly number[], xOf: (i: number) => number, perLine = 12): string[] {
  const lines: string[] = []
  for (let start = 0; start === 0 || start < y.length; start += start === 0 ? perLine : perLine - 1) {
    const first = start === 0 ? 0 : start - 1
    const end = Math.min(y.length, first + perLine)
    let line = `${xOf(first)}${coded(SQZ, y[first]!)}`
    for (let i = first + 1; i < end;) {
      const step = y[i]! - y[i - 1]!
      let count = 1
      while (i + count < end && y[i + count]! - y[i + count - 1]! === step) count += 1
      line += coded(DIF, step) + repeats(count)
      i += count
    }
    lines.push(line)
  }
  return lines
}

export interface NmrParts { readonly real: readonly number[]; readonly imaginary?: readonly number[]; readonly first_ppm: number; readonly width_ppm: number; readonly frequency_MHz?: number; readonly form?: 'DIF' | 'AFFN'; readonly isFid?: boolean; readonly points?: number }
/** A processed ¹H spectrum as TopSpin writes it: XYDATA with an axis in Hz, or NTUPLES with both parts. */
export function nmrText({ real, imaginary, first_ppm, width_ppm, frequency_MHz = 400, form = 'DIF', isFid = false, points = real.length }: NmrParts): string {
  const n = real.length
  const step_Hz = (width_ppm * frequency_MHz) / (n - 1)
  const x = (i: number): number => n - 1 - i
  const lines = (y: readonly number[]): string[] => (form === 'DIF' ? difLines(y, x) : y.map((value, i) => `${x(i)} ${value}`))
  const head = [
    '##TITLE= RuFe-NC 15N', '##JCAMP-DX= 5.01', `##DATA TYPE= NMR ${isFid ? 'FID' : 'SPECTRUM'}`, `##DATA CLASS= ${imaginary ? 'NTUPLES' : 'XYDATA'}`, '##LONG DATE= 2026/11/23 10:15:24+0100', `##.OBSERVE FREQUENCY= ${frequency_MHz} $$ MHz`,
    '##.OBSERVE NUCLEUS= ^1H', '##.SOLVENT NAME= DMSO', '##.AVERAGES= 64', `##$OFFSET= ${first_ppm}`
  ]
  if (!imaginary) {
    return [...head, '##XUNITS= HZ', '##YUNITS= ARBITRARY UNITS', `##XFACTOR= ${step_Hz}`, '##YFACTOR= 1', `##DELTAX= ${-step_Hz}`, `##NPOINTS= ${points}`, `##FIRSTX= ${first_ppm * frequency_MHz}`, `##LASTX= ${(first_ppm - width_ppm) * frequency_MHz}`, '##FIRSTY= 0', '##XYDATA= (X++(Y..Y))', ...lines(real), '##END=', ''].join('\r\n')
  }
  return [
    ...head, '##NTUPLES= NMR SPECTRUM', '##VAR_NAME= FREQUENCY, SPECTRUM/REAL, SPECTRUM/IMAG', '##SYMBOL= X, R, I', '##VAR_TYPE= INDEPENDENT, DEPENDENT, DEPENDENT', '##VAR_FORM= AFFN, ASDF, ASDF', `##VAR_DIM= ${n}, ${n}, ${n}`, '##UNITS= HZ, ARBITRARY UNITS, ARBITRARY UNITS',
    `##FACTOR= ${step_Hz}, 1, 1`, `##FIRST= ${(n - 1) * step_Hz}, ${real[0]}, ${imaginary[0]}`, `##LAST= 0, ${real.at(-1)}, ${imaginary.at(-1)}`, '##MIN= 0, 0, 0', '##MAX= 0, 0, 0',
    '##PAGE= N=1', '##DATA TABLE= (X++(R..R)), XYDATA', ...lines(real), '##PAGE= N=2', '##DATA TABLE= (X++(I..I)), XYDATA', ...lines(imaginary), '##END NTUPLES= NMR SPECTRUM', '##END=', ''
  ].join('\r\n')
}
const x = Array.from({ length: 60 }, (_, i) => 1000 + 2 * i)
const line = (i: number): number => Math.round(1e6 / (1 + ((i - 40) / 4) ** 2))
export const fixtures: readonly Fixture[] = [
  { reader: 'jcamp-dx', name: 'ir.jdx', bytes: new TextEncoder().encode(jcampText({ x, y: x.map((_, i) => 50 + i), form: 'lines' })) },
  { reader: 'jcamp-dx', name: '1h.dx', bytes: new TextEncoder().encode(nmrText({ real: Array.from({ length: 80 }, (_, i) => line(i)), imaginary: Array.from({ length: 80 }, (_, i) => i - 40), first_ppm: 8, width_ppm: 3 })) }
]
