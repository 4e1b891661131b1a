/**
 * Points and stretches that a person left out, as the text of a setting, so that they can be typed as well as clicked:
 * '10; 40' for all series, 'r2@10' for one; stretches '0.2–0.35; r2@1–1.1'.
 */
interface Item { readonly series: string | null; readonly text: string }

export type IsLeftOut = (x: number, series: string) => boolean
export interface Stretch { readonly from: number; readonly to: number }

/** How the list calls a point: its x, after the name of its series where several share their x. */
export function pointKey(x: number, series: string | null): string {
  return (series === null ? '' : `${nameIn(series)}@`) + String(Number(x.toPrecision(6)))
}

/** Which points the text names. RangeError, one sentence, for what is no number. */
export function pointsLeftOut(text: string): IsLeftOut {
  const points = itemsOf(text).map(({ series, text: number }) => ({ series, x: numberOf(number, 'points', '10; 40') }))
  return (x, series) => points.some((point) => (point.series === null || point.series === nameIn(series)) && Math.abs(point.x - x) <= 5e-6 * Math.max(Math.abs(x), 1e-12))
}

/** The list with the point in it, or without it if it was in. A number alone that stood for all series stays as it is for the others. */
export function togglePoint(text: string, key: string): string {
  const items = itemsOf(text).map(written)
  return (items.includes(key) ? items.filter((item) => item !== key) : [...items, key]).join('; ')
}

/** The stretches of a series, in order. RangeError, one sentence, for what is no stretch. */
export function stretchesLeftOut(text: string, series: string): readonly Stretch[] {
  return itemsOf(text).filter((item) => item.series === null || item.series === nameIn(series)).map(stretchOf).sort((a, b) => a.from - b.from)
}

/** The list with one more stretch, of all series (null) or of those named. */
export function addStretch(text: string, names: readonly string[] | null, { from, to }: Stretch): string {
  const stretch = `${shortest(Math.min(from, to))}–${shortest(Math.max(from, to))}`
  return [...itemsOf(text).map(written), ...(names?.map((name) => `${nameIn(name)}@${stretch}`) ?? [stretch])].join('; ')
}

/** The list without the stretches that hold x and concern one of the named series (null: any). */
export function removeStretches(text: string, names: readonly string[] | null, x: number): string {
  const isMeant = (item: Item): boolean => names === null || item.series === null || names.some((name) => nameIn(name) === item.series)
  return itemsOf(text).filter((item) => {
    const { from, to } = stretchOf(item)
    return !(isMeant(item) && x >= from && x <= to)
  }).map(written).join('; ')
}

const nameIn = (series: string): string => series.replace(/[@;]/g, ' ').replace(/−/g, '-').trim()
const written = ({ series, text }: Item): string => (series === null ? text : `${series}@${text}`)
const shortest = (x: number): string => String(Number(x.toPrecision(4)))

function itemsOf(text: string): readonly Item[] {
  return text.split(';').map((part) => part.trim()).filter((part) => part !== '').map((part) => {
    const at = part.lastIndexOf('@')
    return at < 0 ? { series: null, text: part } : { series: nameIn(part.slice(0, at)), text: part.slice(at + 1).trim() }
  })
}

function numberOf(text: string, what: string, example: string): number {
  const number = /^[-−]?\d/.test(text) ? Number(text.replace(',', '.').replace('−', '-')) : NaN
  if (!Number.isFinite(number)) throw new RangeError(`"${text}" in the list of ${what} left out cannot be read; write them like ${example}`)
  return number
}

function stretchOf({ text }: Item): Stretch {
  const [first = '', second = '', ...more] = text.split(/\s*(?:–|\bto\b|\.\.|(?<=\d)-)\s*/)
  const [a, b] = [numberOf(first, 'stretches', '0.2–0.35'), numberOf(more.length === 0 ? second : text, 'stretches', '0.2–0.35')]
  return { from: Math.min(a, b), to: Math.max(a, b) }
}
