import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { apiMethods, eventNames } from '../shared/api'

type Reply = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string }

/** Paths of files that a person really dropped or chose; the page can ask to read no others. */
const dropped = new Set<string>()

const call = (method: string) => async (...args: unknown[]): Promise<unknown> => {
  const reply = (await ipcRenderer.invoke('call', method, args)) as Reply
  if (!reply.ok) throw new Error(reply.message)
  return reply.value
}

function on(event: string, listener: (payload: unknown) => void): () => void {
  if (!Object.hasOwn(eventNames, event)) throw new Error(`There is no event ${event}.`)
  const receive = (_: unknown, payload: unknown): void => listener(payload)
  ipcRenderer.on(event, receive)
  return () => void ipcRenderer.removeListener(event, receive)
}

function pathOf(file: unknown): string {
  const path = webUtils.getPathForFile(file as Parameters<typeof webUtils.getPathForFile>[0])
  if (path !== '') dropped.add(path)
  return path
}

async function importDropped(paths: unknown): Promise<unknown> {
  if (!Array.isArray(paths) || !paths.every((path) => dropped.has(path))) throw new Error('Only files that were dropped on the window can be read; drop them again.')
  return call('importDropped')(paths)
}

contextBridge.exposeInMainWorld('workbench', {
  ...Object.fromEntries(Object.keys(apiMethods).map((method) => [method, call(method)])),
  importDropped,
  on,
  pathOf
})
