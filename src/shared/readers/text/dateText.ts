const isoLike = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})[ T](\d{1,2}):(\d{2}):(\d{2})/
const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}) (\d{1,2}):(\d{2}):(\d{2})(?:[.,]\d{1,6})?( ?[AP]M)?$/i

const two = (value: number | string): string => String(value).padStart(2, '0')

/** Hours, minutes and seconds of a date text as seconds of its day, and the day's own text; null for anything else. */
export function timeOfDay(text: string): { day: string; seconds: number } | null {
  const match = isoLike.exec(text) ?? local.exec(text)
  if (!match) return null
  const hour = hourOf(Number(match[4]), match[7])
  return { day: match.slice(1, 4).join('/'), seconds: hour * 3600 + Number(match[5]) * 60 + Number(match[6]) }
}

const hourOf = (hour: number, half: string | undefined): number => (half === undefined ? hour : (hour % 12) + (/p/i.test(half) ? 12 : 0))

/**
 * ISO text of the first date. '06/05/2021' may be May or June: it counts only where one of the file's dates shows the order by a
 * number above 12, or day and month are the same. Between dots ('06.05.2021') the day stands first, wherever dots are used.
 */
export function startOfDates(texts: readonly string[]): string | null {
  const [first] = texts
  if (first === undefined) return null
  const iso = isoLike.exec(first)
  if (iso) return `${iso[1]}-${two(iso[2]!)}-${two(iso[3]!)}T${two(iso[4]!)}:${iso[5]}:${iso[6]}`
  const match = local.exec(first)
  if (!match) return null
  const all = texts.map((text) => local.exec(text)).filter((one) => one !== null)
  const isDotted = /^\d{1,2}\.\d{1,2}\./.test(first)
  const monthFirst = all.some((one) => Number(one[2]) > 12)
  const dayFirst = all.some((one) => Number(one[1]) > 12) || (isDotted && !monthFirst)
  if (dayFirst === monthFirst && (dayFirst || match[1] !== match[2])) return null
  const [day, month] = dayFirst ? [match[1]!, match[2]!] : [match[2]!, match[1]!]
  return `${match[3]}-${two(month)}-${two(day)}T${two(hourOf(Number(match[4]), match[7]))}:${match[5]}:${match[6]}`
}
