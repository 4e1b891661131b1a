import type * as Writer from 'wasm-xlsxwriter'

export type Xlsx = typeof Writer
export interface NumberLook { readonly format: string | undefined; readonly isBold: boolean }
export interface Looks {
  readonly title: Writer.Format
  readonly note: Writer.Format
  /** Numbers stand at the right, and so does what is above them. */
  readonly header: (isNumber: boolean) => Writer.Format
  readonly unit: (isNumber: boolean) => Writer.Format
  readonly number: (look: NumberLook) => Writer.Format
  readonly text: (look: { readonly wraps: boolean; readonly isBold: boolean }) => Writer.Format
}

export function looksOf(xlsx: Xlsx): Looks {
  const known = new Map<string, Writer.Format>()
  const once = (key: string, make: () => Writer.Format): Writer.Format => {
    const made = known.get(key) ?? make()
    known.set(key, made)
    return made
  }
  const { Format, FormatAlign, FormatBorder, Color } = xlsx
  const [grey, shade] = [(): Writer.Color => Color.parse('#5B6570'), (): Writer.Color => Color.parse('#E8EDF3')]
  // An indent keeps a text apart from the number to its left.
  const placed = (format: Writer.Format, isNumber: boolean): Writer.Format => (isNumber ? format.setAlign(FormatAlign.Right) : format.setAlign(FormatAlign.Left).setIndent(1))
  return {
    title: new Format().setBold().setFontSize(14),
    note: new Format().setFontColor(grey()),
    header: (isNumber) => once(`header ${isNumber}`, () => placed(new Format().setBold().setTextWrap().setAlign(FormatAlign.VerticalCenter).setBackgroundColor(shade()), isNumber)),
    unit: (isNumber) => once(`unit ${isNumber}`, () => placed(new Format().setItalic().setFontColor(grey()).setBackgroundColor(shade()).setBorderBottom(FormatBorder.Thin), isNumber)),
    number: ({ format = 'General', isBold }) => once(`number ${isBold} ${format}`, () => { const made = new Format().setNumFormat(format).setAlign(FormatAlign.Top); return isBold ? made.setBold() : made }),
    text: ({ wraps, isBold }) => once(`text ${wraps} ${isBold}`, () => { const made = placed(new Format().setAlign(FormatAlign.Top), false); const bold = isBold ? made.setBold() : made; return wraps ? bold.setTextWrap() : bold })
  }
}
