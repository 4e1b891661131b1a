import { randomUUID } from 'node:crypto'
import { BrowserWindow, session, type PrintToPDFOptions } from 'electron'
import { checkedSvg } from './figureFiles'
import { securePreferences } from './securePreferences'

const MM_PER_INCH = 25.4
const scheme = 'rum-print'

/** The drawing as a vector PDF of its own size: text stays text. */
export function pdfOf(text: string): Promise<Uint8Array> {
  const { svg, width_mm, height_mm } = checkedSvg(text)
  const page = `<!doctype html><meta charset="utf-8"><style>@page{size:${width_mm}mm ${height_mm}mm;margin:0}html,body{margin:0}svg{display:block}</style>${svg}`
  return printed(page, {
    printBackground: true, preferCSSPageSize: true, margins: { top: 0, bottom: 0, left: 0, right: 0 }, pageSize: { width: width_mm / MM_PER_INCH, height: height_mm / MM_PER_INCH }, pageRanges: '1'
  })
}

const footer = '<div style="width:100%;margin:0 15mm;color:#57606a;font:7pt Arial,Helvetica,sans-serif;text-align:right"><span class="pageNumber"></span> / <span class="totalPages"></span></div>'

/** A checked report on A4 with the number of each page below it. */
export const pdfOfReport = (html: string): Promise<Uint8Array> =>
  printed(html, { printBackground: true, preferCSSPageSize: true, pageSize: 'A4', displayHeaderFooter: true, headerTemplate: '<span></span>', footerTemplate: footer, generateDocumentOutline: true })

/** Printed by a window that nobody sees, that loads nothing and runs no script. */
async function printed(page: string, options: PrintToPDFOptions): Promise<Uint8Array> {
  const partition = `print-${randomUUID()}`
  const own = `${scheme}://report/`
  const printing = session.fromPartition(partition)
  printing.webRequest.onBeforeRequest((request, answer) => answer({ cancel: request.url !== own && !request.url.startsWith('data:') }))
  // By a protocol of its own: a report with many figures is longer than a data: URL may be.
  printing.protocol.handle(scheme, () => new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } }))
  const window = new BrowserWindow({ show: false, width: 800, height: 600, webPreferences: { ...securePreferences, javascript: false, partition } })
  try {
    await window.loadURL(own)
    return await window.webContents.printToPDF(options)
  } finally {
    window.destroy()
  }
}
