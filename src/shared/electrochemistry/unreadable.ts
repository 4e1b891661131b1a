import type { Need } from '../analyses/analysis'
import { message } from '../message'
import { fieldDefinitions, type FieldKey, type ResolvedFields } from '../metadata/fields'

const headers = new Map<FieldKey, string>(fieldDefinitions.map(({ key, header }) => [key, header]))

/** What is missing of a field that its run sheet states, but not so that it can be read: no default stands in for it. undefined: it can be read, or is not stated. */
export function unreadableNeed({ unreadable }: ResolvedFields, field: FieldKey): Need | undefined {
  const found = unreadable?.find((one) => one.field === field)
  return found && { message: message('needs.unreadable', '{field} that can be read: {where} says “{text}”', { field: headers.get(field)!, where: found.where, text: found.text }), where: 'runSheet', field }
}
