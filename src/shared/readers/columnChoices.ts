import type { Column } from '../measurement'
import { quantityKinds } from '../quantity'
import type { TableColumnChoice } from './reader'

/** By column what was said of one table; what was said of this table counts before what was said of all. */
export function choicesOf(choices: readonly TableColumnChoice[], table: number): ReadonlyMap<number, TableColumnChoice> {
  const [ofAll, own] = [choices.filter((choice) => choice.table === undefined), choices.filter((choice) => choice.table === table)]
  return new Map([...ofAll, ...own].map((choice) => [choice.column, choice]))
}

/** The same choices as a part of the file sees them, in which the tables are counted anew. */
export const choicesFrom = (choices: readonly TableColumnChoice[], first: number): TableColumnChoice[] =>
  choices.flatMap((choice) => (choice.table === undefined ? [choice] : choice.table < first ? [] : [{ ...choice, table: choice.table - first }]))

/** What the choice says of a column; texts have no quantity. */
export function chosenMeaning({ name, quantity, unit }: TableColumnChoice, { labels }: Pick<Column, 'labels'>): Pick<Column, 'name' | 'quantity' | 'unit'> {
  return { name, quantity: labels ? 'other' : quantityKinds.find((kind) => kind === quantity) ?? 'other', unit }
}
