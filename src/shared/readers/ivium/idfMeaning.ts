import type { NamedValue, Technique } from '../../measurement'
import type { NamedColumn } from '../instrumentTable/namedColumns'

export interface IdfMeaning {
  readonly technique: Technique
  readonly columns: readonly NamedColumn[]
  /** Whether a real file with these columns has been compared. */
  readonly isProven: boolean
}

const column = (name: string, unit: string, quantity: NamedColumn['quantity']): NamedColumn => ({ name, unit, quantity })
const time = column('time', 's', 'time')
const current = column('I', 'A', 'current')
const potential = column('E', 'V', 'potential')
const spectrum = [column('Re Z', 'ohm', 'z_real'), column('Im Z', 'ohm', 'z_imag'), column('freq', 'Hz', 'frequency')]

interface Rule { readonly words: RegExp; readonly technique: Technique; readonly columns: readonly NamedColumn[]; readonly isProven: boolean }
/** The file names no columns: Method and Technique tell what they are. */
const rules: readonly Rule[] = [
  { words: /impedance|\beis\b/i, technique: 'EIS', columns: spectrum, isProven: true },
  { words: /cyclic ?voltammetry/i, technique: 'CV', columns: [potential, current], isProven: false },
  { words: /linear ?sweep/i, technique: 'LSV', columns: [potential, current], isProven: false },
  { words: /chrono ?potentiometry/i, technique: 'CP', columns: [time, potential, current], isProven: false },
  { words: /chrono ?amperometry/i, technique: 'CA', columns: [time, current, potential], isProven: false },
  { words: /mixed ?mode/i, technique: 'OTHER', columns: [time, current, potential], isProven: false }
]

export function idfMeaning(settings: readonly NamedValue[], columns: number): IdfMeaning {
  const text = (name: string): string => String(settings.findLast((setting) => setting.name === name)?.value ?? '')
  const words = `${text('Method')} ${text('Technique')}`
  const rule = rules.find((candidate) => candidate.words.test(words) && columns >= candidate.columns.length)
  const known = rule?.columns ?? []
  const rest = Array.from({ length: columns - known.length }, (_, i) => column(`column ${known.length + i + 1}`, '', 'other'))
  return { technique: rule?.technique ?? 'OTHER', columns: [...known, ...rest], isProven: rule?.isProven ?? false }
}
