import { ipcMain, type WebFrameMain } from 'electron'
import { isAllowedUrl } from './allowedUrl'
import type { Reply } from './answerCall'

/** The one channel of the window. Only the main frame of the app's own page is heard. */
export function receiveCalls(devServer: string | null, answer: (method: unknown, args: unknown) => Promise<Reply>): void {
  const isOurPage = (frame: WebFrameMain | null): boolean => frame !== null && frame.parent === null && isAllowedUrl(frame.url, devServer)
  ipcMain.handle('call', async (event, method: unknown, args: unknown): Promise<Reply> =>
    isOurPage(event.senderFrame) ? answer(method, args) : { ok: false, message: 'Only the window of the app may ask this.' })
}
