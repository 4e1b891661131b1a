import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

export interface Pane { readonly rows: number; readonly columns: number }

/** Keeps the top rows and left columns of each sheet in sight; the Excel library in use does not write panes itself. */
export function freezePanes(workbook: Uint8Array, panes: readonly Pane[]): Uint8Array {
  const parts = unzipSync(workbook)
  panes.forEach((pane, i) => {
    const name = `xl/worksheets/sheet${i + 1}.xml`
    const xml = parts[name]
    if (xml) parts[name] = strToU8(withPane(strFromU8(xml), pane))
  })
  return zipSync(parts, { level: 6, mtime: new Date('2026-01-01T00:00:00Z') })
}

function withPane(xml: string, { rows, columns }: Pane): string {
  const cell = `${String.fromCharCode(65 + columns)}${rows + 1}`
  const pane = `<pane xSplit="${columns}" ySplit="${rows}" topLeftCell="${cell}" activePane="bottomRight" state="frozen"/><selection pane="bottomRight"/>`
  const view = `<sheetView workbookViewId="0">${pane}</sheetView>`
  if (/<sheetView workbookViewId="0"\/>/.test(xml)) return xml.replace('<sheetView workbookViewId="0"/>', view)
  return xml.includes('<sheetViews>') ? xml.replace(/<sheetView ([^>]*)\/>/, `<sheetView $1>${pane}</sheetView>`) : xml.replace('<sheetData', `<sheetViews>${view}</sheetViews><sheetData`)
}
