/** A number as a figure draws it: so many significant digits are more than a screen or a journal can show, and travel in a third of the letters. */
export function toSignificant(value: number, digits: number): number {
  return Number(value.toPrecision(digits))
}
