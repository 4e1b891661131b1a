import type { NamedValue, Technique } from '../../measurement'
import { parseDecimal } from '../text/parseDecimal'

const mostSettings = 400

/** 'key: value' lines, CorrTest's 'Scan Rate(mV/s):10,Cycles:2' and 'ExpParmas:ScanRate=20&-&…'; free lines by their number. */
export function zplotSettings(lines: readonly string[]): NamedValue[] {
  const settings: NamedValue[] = []
  lines.forEach((raw, i) => {
    const line = raw.trim().replace(/^"(.*)"$/, '$1').trim()
    if (line === '' || line.length > 20_000) return
    if (/&-&|&\|&/.test(line)) {
      for (const pair of line.split(/&-&|&\|&/)) {
        const equals = pair.lastIndexOf('=')
        if (equals > 0) settings.push({ name: pair.slice(0, equals).replace(/^.*[=:]/, '').trim(), value: pair.slice(equals + 1).trim() })
      }
      return
    }
    const parts = /:.*,[^,]*:/.test(line) ? line.split(',') : /^Dat[ae]:.*\sTime:/.test(line) ? line.split(/\s+(?=Time:)/) : [line]
    for (const part of parts) {
      const colon = part.indexOf(':')
      settings.push(colon > 0 ? { name: part.slice(0, colon).trim(), value: part.slice(colon + 1).trim() }
        : { name: `line ${i + 1}`, value: part.trim() })
    }
  })
  return settings.slice(0, mostSettings)
}

export function settingText(settings: readonly NamedValue[], name: RegExp): string | undefined {
  const value = settings.find((setting) => name.test(setting.name))?.value
  return value === undefined ? undefined : String(value)
}

export function settingNumber(settings: readonly NamedValue[], name: RegExp): number | undefined {
  const text = settingText(settings, name) ?? ''
  const value = parseDecimal(text, text.includes(',') ? ',' : '.')
  return Number.isNaN(value) ? undefined : value
}

const techniques: readonly (readonly [RegExp, Technique])[] = [
  [/ID_EIS|impedance/i, 'EIS'], [/ID_CV\b|cyclic volt/i, 'CV'], [/ID_LSV|linear sweep|ID_PotDynamic|potentiodynamic/i, 'LSV'],
  [/ID_Tafel|\btafel\b/i, 'TAFEL'],
  [/ID_OCP|ID_Open|open circuit(?! potential)/i, 'OCV'], [/ID_Pot(Static|SquareWave)|ID_IT\b|potentiostatic|chronoamperom/i, 'CA'],
  [/ID_Gal(Static|SquareWave)|galvanostatic|chronopotentiom/i, 'CP']
]
/** What the header's first lines call the measurement; null where they do not say. */
export function statedTechnique(lines: readonly string[]): Technique | null {
  const text = lines.slice(0, 8).map((line) => line.slice(0, 200)).join('\n')
  return techniques.find(([pattern]) => pattern.test(text))?.[1] ?? null
}

const two = (text: string): string => text.padStart(2, '0')

/** '2017-04-22' is ISO; of '10-12-2018' day and month are sure only where one is above 12. */
export function startOf(settings: readonly NamedValue[]): string | null {
  const time = /^(\d{1,2}):(\d{2}):(\d{2})$/.exec(settingText(settings, /^Time$/i) ?? '')
  const date = settingText(settings, /^Dat[ea]$/i) ?? ''
  if (!time) return null
  const clock = `T${two(time[1]!)}:${time[2]}:${time[3]}`
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(date)
  if (iso) return `${iso[1]}-${two(iso[2]!)}-${two(iso[3]!)}${clock}`
  const local = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(date)
  if (!local) return null
  const [first, second] = [Number(local[1]), Number(local[2])]
  if (first > 12 === second > 12 && first !== second) return null
  const [month, day] = first > 12 ? [local[2]!, local[1]!] : [local[1]!, local[2]!]
  return `${local[3]}-${two(month)}-${two(day)}${clock}`
}
