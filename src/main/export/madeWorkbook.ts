import { buildSummaryWorkbook } from '../../shared/workbook/buildSummaryWorkbook'
import type { SummaryInput } from '../../shared/workbook/summaryInput'
import { fillTemplate } from './template/fillTemplate'
import { writeWorkbook } from './writeWorkbook'

/** A workbook of the group and what it is called. */
export interface Template { readonly bytes: Uint8Array; readonly name: string }
export interface MadeWorkbook { readonly bytes: Uint8Array; /** One sentence on what a template asks for in vain. */ readonly notFilled: string | null }

/** The summary of a project, or the group's own workbook filled with its numbers. */
export async function madeWorkbook(input: SummaryInput, template: Template | null): Promise<MadeWorkbook> {
  const workbook = buildSummaryWorkbook(input)
  return template === null ? { bytes: await writeWorkbook(workbook), notFilled: null } : fillTemplate(template.bytes, template.name, input, workbook.sheets)
}
