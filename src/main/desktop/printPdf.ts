import { randomUUID } from 'node:crypto'
import { BrowserWindow, session } from 'electron'
import { checkedSvg } from './figureFiles'

const MM_PER_INCH = 25.4

/** The drawing as a vector PDF of its own size: text stays text. Printed by a window that nobody sees and that runs no script. */
export async function pdfOf(text: string): Promise<Uint8Array> {
  const { svg, width_mm, height_mm } = checkedSvg(text)
  const partition = `print-${randomUUID()}`
  session.fromPartition(partition).webRequest.onBeforeRequest((request, answer) => answer({ cancel: !request.url.startsWith('data:') }))
  const window = new BrowserWindow({ show: false, width: 800, height: 600, webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false, partition } })
  try {
    const page = `<!doctype html><meta charset="utf-8"><style>@page{size:${width_mm}mm ${height_mm}mm;margin:0}html,body{margin:0}svg{display:block}</style>${svg}`
    await window.loadURL(`data:text/html;charset=utf-8;base64,${Buffer.from(page).toString('base64')}`)
    return await window.webContents.printToPDF({
      printBackground: true, preferCSSPageSize: true, margins: { top: 0, bottom: 0, left: 0, right: 0 }, pageSize: { width: width_mm / MM_PER_INCH, height: height_mm / MM_PER_INCH }, pageRanges: '1'
    })
  } finally {
    window.destroy()
  }
}
