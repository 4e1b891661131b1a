import type { ApiMethod } from '../../shared/api'
import { desktopMethods, type DesktopMethod, type HostMethod } from '../api/hostApi'
import type { DesktopApi } from './desktopApi'
import type { HostClient } from './hostClient'
import type { Log } from './log'
import { oneSentence } from '../oneSentence'
import { validateCall } from './validateCall'

export type Reply = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string }
type AnyCall = (...args: readonly unknown[]) => Promise<unknown>

/** Answers one call of the window: checked, sent to the desktop or to the project host, and never more than one sentence of an error. */
export function createAnswer(desktop: DesktopApi, host: Pick<HostClient, 'call'>, log: Log): (method: unknown, args: unknown) => Promise<Reply> {
  const onDesktop = new Map<ApiMethod, AnyCall>(desktopMethods.map((method: DesktopMethod) => [method, desktop[method] as AnyCall]))
  const inHost = host.call as (method: HostMethod, ...args: readonly unknown[]) => Promise<unknown>
  return async (method, args) => {
    try {
      const valid = validateCall(method, args)
      const call = onDesktop.get(valid.method)
      return { ok: true, value: await (call ? call(...valid.args) : inHost(valid.method as HostMethod, ...valid.args)) }
    } catch (error) {
      log.write('call failed', error)
      return { ok: false, message: oneSentence(error) }
    }
  }
}
