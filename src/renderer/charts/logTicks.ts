const most = 8
const fewest = 3
/** Finer and finer parts of a decade. */
const parts: readonly (readonly number[])[] = [[1], [1, 2, 5], [1, 2, 3, 5, 7], [1, 2, 3, 4, 5, 6, 7, 8, 9]]

/** Places of the ticks on an axis of logarithms: powers of ten where it spans enough of them, parts of them or even steps where it does not. */
export function logTicks(min: number, max: number): readonly number[] {
  const within = (value: number): boolean => value >= min * (1 - 1e-9) && value <= max * (1 + 1e-9)
  const [first, last] = [Math.floor(Math.log10(min)), Math.ceil(Math.log10(max))]
  if (!(min > 0) || !Number.isFinite(last - first)) return []
  const powers = Array.from({ length: last - first + 1 }, (_, i) => first + i)
  const each = Math.max(1, Math.ceil((last - first) / most))
  for (const leading of parts) {
    const ticks = powers.filter((power) => power % each === 0).flatMap((power) => leading.map((digit) => Number(`${digit}e${power}`))).filter(within)
    if (ticks.length >= fewest) return ticks
  }
  return evenTicks(min, max)
}

function evenTicks(min: number, max: number): readonly number[] {
  const step = [1, 2, 5, 10].map((digit) => digit * 10 ** Math.floor(Math.log10((max - min) / 4))).find((one) => (max - min) / one <= 5) ?? max - min
  return Array.from({ length: Math.max(0, Math.floor(max / step + 1e-9) - Math.ceil(min / step - 1e-9) + 1) }, (_, i) => Number(((Math.ceil(min / step - 1e-9) + i) * step).toPrecision(12)))
}
