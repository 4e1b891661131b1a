import type { Outcome, Result } from '../analyses/analysis'
import { analyses } from '../analyses'
import type { Cell, Sheet, SheetColumn } from '../workbook'
import { preambleOf, rowNumberOfList, type SummaryInput } from './summaryInput'

const wrapped = (header: string, width: number): SheetColumn => ({ header, unit: '', width, wraps: true })
const column = (header: string, width: number, unit = '', format?: string): SheetColumn => ({ header, unit, width, ...(format === undefined ? {} : { format }) })

/** Slope, intercept and limits of every assay. */
export function calibrationSheet(input: SummaryInput): Sheet {
  const results = input.outcomes.flatMap((outcome) => outcome.results.filter((result) => result.metric.startsWith('cal_')))
  const called = ({ conditions }: Result): string => [conditions.analyte, conditions.calibration].filter((part) => part !== undefined).join(' ')
  const rows = [...new Set(results.map(called))].map((assay): Cell[] => {
    const of = (metric: string) => results.find((result) => result.metric === metric && called(result) === assay)
    const slope = of('cal_slope')
    const intercept = of('cal_intercept')
    return [
      assay, String(slope?.conditions.basis ?? ''), slope?.n ?? null, slope?.value ?? null, slope?.u ?? null, intercept?.value ?? null, intercept?.u ?? null, of('cal_r2')?.value ?? null,
      of('cal_lod')?.value ?? null, of('cal_loq')?.value ?? null, slope?.conditions.min_ug_mL ?? null, slope?.conditions.max_ug_mL ?? null, slope?.method ?? ''
    ]
  })
  return {
    name: 'Calibration', rows, preamble: preambleOf(input, 'Calibration', 'A = intercept + slope·c'),
    columns: [column('analyte', 16), column('as', 10), column('standards', 10), column('slope', 12, 'mL/µg', '0.00000'), column('u', 11, 'mL/µg', '0.00000'), column('intercept', 12, '', '0.00000'), column('u', 11, '', '0.00000'), column('r²', 10, '', '0.000000'),
      column('LOD', 10, 'µg/mL', '0.0000'), column('LOQ', 10, 'µg/mL', '0.0000'), column('lowest standard', 17, 'µg/mL'), column('highest standard', 17, 'µg/mL'), wrapped('method', 60)]
  }
}

const FILES = 'Files'
const sortedFiles = (input: SummaryInput): SummaryInput['files'] => [...input.files].sort((a, b) => (a.path < b.path ? -1 : 1))

/** Every number with all that says what it is; its files lead to their line on the sheet of files. */
export function resultsSheet(input: SummaryInput): Sheet {
  const paths = new Map(input.entries.map((entry) => [entry.id, entry.path]))
  const lines = new Map(sortedFiles(input).map(({ path }, i) => [path, rowNumberOfList(preambleOf(input, FILES), i)]))
  const filesOf = (inputs: readonly string[]): Cell => {
    const own = [...new Set(inputs.map((id) => paths.get(id) ?? id))]
    const line = own.map((path) => lines.get(path)).find((row) => row !== undefined)
    return line === undefined ? own.join(' | ') : { text: own.join(' | '), to: `'${FILES}'!A${line}` }
  }
  const rows = input.outcomes.flatMap((outcome) => outcome.results).map((result): Cell[] => [
    result.catalyst ?? '', result.metric, result.value, result.u, result.unit, result.n ?? null,
    Object.entries(result.conditions).map(([key, value]) => `${key} = ${String(value).replace(/\t+/g, ' ').replaceAll('\n', ' | ')}`).join('; '), result.method, filesOf(result.inputs)
  ])
  return {
    name: 'Results', rows, isWithoutUnits: true, isSortable: true, frozen: 2, preamble: preambleOf(input, 'Results'),
    columns: [column('catalyst', 14), column('number', 20), column('value', 12), column('u', 11), column('unit', 14), column('n', 6), column('conditions', 44), column('method', 44), column('files', 50)]
  }
}

export function findingsSheet(input: SummaryInput): Sheet {
  const rows = input.findings.map((finding): Cell[] => [finding.level, finding.rule, finding.catalyst ?? '', finding.message.text, finding.source])
  return { name: 'Findings', rows, isWithoutUnits: true, isSortable: true, preamble: preambleOf(input, 'Findings', 'No finding changes or hides a number.'), columns: [column('level', 10), column('rule', 24), column('catalyst', 14), wrapped('finding', 100), wrapped('source of the rule', 60)] }
}

export function filesSheet(input: SummaryInput): Sheet {
  const rows = sortedFiles(input).map((file): Cell[] => [file.path, file.status, file.reason ?? '', file.reader ?? '', file.sha256])
  return { name: FILES, rows, isWithoutUnits: true, preamble: preambleOf(input, FILES), columns: [column('file', 60), column('state', 14), column('reason', 50), column('reader', 18), column('SHA-256', 66)] }
}

/** What each analysis computes, with the settings in force: the same text as on the card. */
export function methodsSheet(input: SummaryInput): Sheet {
  const settingsOf = (id: string): string => {
    const outcome: Outcome | undefined = input.outcomes.find((candidate) => candidate.analysis === id)
    return Object.entries(outcome?.trace.settings ?? {}).map(([key, value]) => `${key} = ${String(value).replace(/\t+/g, ' ').replaceAll('\n', ' | ')}`).join('; ')
  }
  const rows = analyses.filter((analysis) => input.outcomes.some((outcome) => outcome.analysis === analysis.id && outcome.results.length > 0))
    .map((analysis): Cell[] => [analysis.title, analysis.about.equation, analysis.about.source, analysis.about.assumes.join('; '), settingsOf(analysis.id), `${analysis.id} ${analysis.version}`, input.appVersion])
  return {
    name: 'Methods', rows, isWithoutUnits: true, preamble: preambleOf(input, 'Methods', 'Constants: CODATA 2018; atomic weights 2021'),
    columns: [wrapped('analysis', 24), wrapped('equation', 44), wrapped('source', 34), wrapped('assumptions', 60), wrapped('settings', 34), wrapped('id and version', 16), column('RuM Workbench', 13)]
  }
}
