import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { apiMethods, eventNames } from '../shared/api'

type Reply = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string }

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

contextBridge.exposeInMainWorld('workbench', {
  ...Object.fromEntries(Object.keys(apiMethods).map((method) => [method, call(method)])),
  on,
  pathOf: (file: unknown) => webUtils.getPathForFile(file as Parameters<typeof webUtils.getPathForFile>[0])
})
