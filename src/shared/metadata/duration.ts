import { fieldDefinitions, type FieldDefinition, type FieldKey } from './fields'

const durations: ReadonlySet<FieldKey> = new Set(fieldDefinitions.flatMap((field: FieldDefinition) => (field.unit === 'h' ? [field.key as FieldKey] : [])))

/** A field that is stored in hours: what states its own units (1:30:00) can be taken, whatever its column is in. */
export const isDuration = (key: FieldKey): boolean => durations.has(key)

/** '1:30:00' → 1.5 h, '00:00:36.5' too; 'ambiguous' for '1:30', which could be minutes and seconds; null for any other text. */
export function hoursOf(text: string): number | 'ambiguous' | null {
  const plain = text.normalize('NFKC').trim()
  if (/^\d{1,4}:[0-5]?\d$/.test(plain)) return 'ambiguous'
  const parts = /^(\d{1,4}):([0-5]\d):([0-5]\d(?:[.,]\d+)?)$/.exec(plain)
  if (!parts) return null
  const [hours, minutes, seconds] = parts.slice(1).map((part) => Number(part.replace(',', '.')))
  return Number(((hours! * 3600 + minutes! * 60 + seconds!) / 3600).toPrecision(15))
}
