import type { Sheet, Workbook } from '../workbook'
import { catalystSheet, type CatalystSheet } from './catalystSheet'
import { calibrationSheet, filesSheet, findingsSheet, methodsSheet, resultsSheet } from './listSheets'
import { runLines } from './runLines'
import { runsSheet } from './runsSheet'
import { createSheetNames } from './sheetName'
import type { SummaryInput } from './summaryInput'
import { summarySheet } from './summarySheet'

/** The Excel summary: Summary, one sheet a catalyst with live formulas, Runs they compute from, and the lists behind them. */
export function buildSummaryWorkbook(input: SummaryInput): Workbook {
  const nameOf = createSheetNames()
  const own = ['Summary', 'Runs', 'Calibration', 'Results', 'Findings', 'Files', 'Methods']
  own.forEach(nameOf)
  const lines = runLines(input.outcomes)
  const runs = runsSheet(input, lines)
  const names = input.catalysts.filter((catalyst) => !catalyst.archived).map((catalyst) => catalyst.name)
  const perCatalyst = names.flatMap((catalyst): (CatalystSheet & { catalyst: string })[] => {
    const name = nameOf(catalyst)
    const made = catalystSheet(input, catalyst, name, runs.addressOf)
    return made ? [{ ...made, catalyst }] : []
  })
  const summary = summarySheet(input, names, (result) => {
    const made = perCatalyst.find(({ catalyst }) => catalyst === result.catalyst)
    const cell = made?.addressOf(result)
    return made && cell ? `'${made.sheet.name}'!${cell}` : undefined
  })
  const sheets: Sheet[] = [summary, ...perCatalyst.map(({ sheet }) => sheet), runs.sheet, calibrationSheet(input), resultsSheet(input), findingsSheet(input), filesSheet(input), methodsSheet(input)]
  return { sheets }
}
