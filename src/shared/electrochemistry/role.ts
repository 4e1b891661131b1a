import { perEntry } from '../perEntry'

export type Role = 'standard' | 'blank' | 'noNO3' | 'control' | 'battery'

const words: readonly (readonly [RegExp, Role])[] = [
  [/^(std|standard|calib|cal$|标准|标样)/, 'standard'],
  [/^(no\s?-?_?(no3|nitrate)|nitrate\s?-?free|without\s(no3|nitrate)|无硝酸)/, 'noNO3'],
  [/^(blank|blind(wert|probe)|leerwert|空白)/, 'blank'],
  [/^(control|kontroll|对照)/, 'control'],
  [/^(zn.{0,8})?battery|电池/, 'battery']
]

/** What a written role means ('std', 'Standards', 'no NO3-', 'Blank'), undefined for any other: such a role is only a label. */
export const roleOf = perEntry((entry): Role | undefined => {
  const text = entry.fields.role?.value.normalize('NFKC').trim().toLowerCase()
  return text === undefined ? undefined : words.find(([pattern]) => pattern.test(text))?.[1]
})

/** A Zn–NO3⁻ battery: by its role, or by a path that says Zn and battery or NO3 (Zn of the catalyst's own name aside). */
export const isBattery = perEntry((entry) => {
  if (roleOf(entry) === 'battery') return true
  const path = entry.path.normalize('NFC').toLowerCase().replaceAll(entry.fields.catalyst?.value.toLowerCase() || '\n', ' ')
  return /(^|[^a-z])zn([^a-z]|$)/.test(path) && /battery|(^|[^o])no3/.test(path)
})

/** The nitrate-free curve of a pair. */
export const isNitrateFree = perEntry((entry) => {
  const role = roleOf(entry)
  return role === 'noNO3' || role === 'control' || entry.fields.nitrate_M?.value === 0
})
