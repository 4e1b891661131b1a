import { FARADAY_C_PER_MOL, MOLAR_MASS_G_PER_MOL } from '../constants'
import type { Sheet, Workbook } from '../workbook'
import { catalystSheet, type CatalystSheet } from './catalystSheet'
import { calibrationSheet, filesSheet, findingsSheet, methodsSheet, resultsSheet } from './listSheets'
import { runLines } from './runLines'
import { runsSheet } from './runsSheet'
import { figureSheets } from './figureSheets'
import { createSheetNames } from './sheetName'
import type { SummaryInput } from './summaryInput'
import { summarySheet } from './summarySheet'

/** What a reader wants to see first. */
const atAGlance: ReadonlySet<string> = new Set(['compare-faradaic-efficiency', 'compare-yield', 'compare-linear-sweep'])

/** The Excel summary: Summary, one sheet a catalyst with live formulas, Runs they compute from, and the lists behind them. */
export function buildSummaryWorkbook(input: SummaryInput): Workbook {
  const nameOf = createSheetNames()
  const own = ['Summary', 'Runs', 'Calibration', 'Results', 'Findings', 'Files', 'Methods', 'Figure data']
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
  const figures = figureSheets(input, perCatalyst, nameOf)
  const overview = figures.of.get(null)?.charts?.filter(({ id }) => atAGlance.has(id)) ?? []
  const chartsOf = (catalyst: string | null): Sheet[] => { const sheet = figures.of.get(catalyst); return sheet ? [sheet] : [] }
  const withoutRuns = names.filter((name) => !perCatalyst.some(({ catalyst }) => catalyst === name))
  const sheets: Sheet[] = [
    { ...summary, charts: overview }, ...chartsOf(null), ...perCatalyst.flatMap(({ sheet, catalyst }) => [{ ...sheet, charts: figures.live.get(catalyst) ?? [] }, ...chartsOf(catalyst)]), ...withoutRuns.flatMap(chartsOf),
    runs.sheet, calibrationSheet(input), resultsSheet(input), findingsSheet(input), filesSheet(input), methodsSheet(input), ...figures.data
  ]
  return { sheets, names: [{ name: 'F_C_PER_MOL', formula: String(FARADAY_C_PER_MOL) }, ...Object.entries(MOLAR_MASS_G_PER_MOL).flatMap(([species, mass]) => (/^(NH3|H2)$/.test(species) ? [{ name: `M_${species}_G_PER_MOL`, formula: String(mass) }] : []))] }
}
