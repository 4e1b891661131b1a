import type { NamedValue, Technique } from '../../measurement'

export interface ChiColumn { readonly name: string; readonly unit: string }
export interface ChiHeader {
  readonly technique: string | null
  readonly date: string | null
  readonly settings: readonly NamedValue[]
  readonly columns: readonly ChiColumn[]
  /** 0-based line of the column names. */
  readonly columnLine: number
}

/** 'Potential/V', "Z'/ohm", 'i1d/A': a name and a unit without blanks; between commas the name may have some ('Frequency Change/Hz'). */
const columnToken = /^([^\s/:=\\]{1,20}(?: [^\s/:=\\]{1,20}){0,2})\/([A-Za-z%]{1,6})$/
/** 'log(Current/A)' of a Tafel plot is a number without a unit. */
const logToken = /^(log\([^\s/]{1,20}\/[A-Za-z]{1,6}\))()$/
/** 'Diff(i/A)', 'For(i/A)', 'Rev(i/A)' of pulse techniques on instruments with one working electrode. */
const innerToken = /^([A-Za-z]{1,12}\([^\s/()]{1,12})\/([A-Za-z]{1,6})\)$/

const namedToken = (token: string): ChiColumn | null => {
  const inner = logToken.test(token) ? null : innerToken.exec(token)
  if (inner) return { name: `${inner[1]!})`, unit: inner[2]! }
  const match = columnToken.exec(token) ?? logToken.exec(token)
  return match && { name: match[1]!, unit: match[2]! }
}

/** 'Potential/V, Current/A' or 'Time/sec Current/A'; null for any other line. */
export function chiColumns(line: string): ChiColumn[] | null {
  const tokens = line.trim().split(line.includes(',') ? /[,\t]/ : /[\t ]+/).map((token) => token.trim()).filter((token) => token !== '')
  if (tokens.length < 2) return null
  const columns = tokens.map(namedToken)
  return columns.every((column) => column !== null) ? columns : null
}

const techniqueNames: readonly (readonly [RegExp, Technique])[] = [
  [/^cyclic voltammetry/i, 'CV'], [/^linear sweep/i, 'LSV'], [/^amperometric i-t/i, 'CA'], [/^chronoamperometry|^chronocoulometry|^bulk electrolysis/i, 'CA'],
  [/^chronopotentiometry|^multi-current|^chronopot/i, 'CP'], [/^a\.?c\.? impedance|^impedance/i, 'EIS'], [/^open circuit/i, 'OCV'], [/^square wave/i, 'SWV'], [/^differential pulse/i, 'DPV'], [/^tafel/i, 'TAFEL'],
  [/^normal pulse|^differential normal pulse|^staircase|^a\.?c\.? voltammetry|^hydrodynamic|^multi-potential|^sweep-step/i, 'OTHER']
]
export const chiTechnique = (line: string): Technique | undefined => techniqueNames.find(([pattern]) => pattern.test(line.trim()))?.[1]

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** 'June 13, 2024   13:13:28', 'Sept. 28, 2023 …' → ISO local time; null for anything else. */
export function chiDate(line: string): string | null {
  const match = /^([A-Za-z]{3,9})\.?\s+(\d{1,2}),\s*(\d{4})\s+(\d{1,2}):(\d{2}):(\d{2})/.exec(line.trim())
  const month = match ? months.indexOf(match[1]!.slice(0, 3).toLowerCase()) : -1
  if (!match || month < 0) return null
  const two = (text: string | number): string => String(text).padStart(2, '0')
  return `${match[3]}-${two(month + 1)}-${two(match[2]!)}T${two(match[4]!)}:${match[5]}:${match[6]}`
}

/** Header lines up to the column names; null where no line of column names is found. */
export function chiHeader(lines: readonly string[]): ChiHeader | null {
  const settings: NamedValue[] = []
  let technique: string | null = null
  let date: string | null = null
  let block = ''
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i]!.trim()
    const columns = line.includes('/') && (i > 0 || lines.length > 1) ? chiColumns(line) : null
    if (columns) return { technique, date, settings, columns, columnLine: i }
    if (line === '') continue
    if (date === null && chiDate(line) !== null) date = chiDate(line)
    else if (technique === null && i < 4 && chiTechnique(line)) technique = line
    else if (/^(Results|Channel \d+|Segment \d+)\s*:$/.test(line)) block = line === 'Results:' ? 'Results ' : `${line.replace(/\s*:$/, '')} `
    else {
      // Thousands of rows of numbers come by here, where the text is another program's.
      const parameter = line.includes('=') || line.includes(':') ? /^([^=:]{1,60}?)\s*(=|:)\s*(.*)$/.exec(line) : null
      if (parameter) settings.push({ name: `${parameter[2] === '=' ? block : ''}${parameter[1]}`, value: parameter[3]!.trim() })
      else settings.push({ name: line, value: true })
    }
  }
  return null
}

export function chiNumber(settings: readonly NamedValue[], name: string): number | undefined {
  const value = settings.find((setting) => setting.name === name)?.value
  const number = typeof value === 'string' ? Number(value.replace(',', '.')) : NaN
  return Number.isFinite(number) && value !== '' ? number : undefined
}
