import type { Outcome } from '../../src/shared/analyses/analysis'
import type { WorkbenchApi } from '../../src/shared/api'
import type { RunningApp } from './launchApp'

/** A call of the window's own bridge, for what a story must know but a person cannot see (ids of rows). */
export function ask<M extends keyof WorkbenchApi>(running: RunningApp, method: M, ...args: Parameters<WorkbenchApi[M]>): ReturnType<WorkbenchApi[M]> {
  return running.page.evaluate(async (call) => {
    const { workbench } = globalThis as unknown as { workbench: Readonly<Record<string, (...args: readonly unknown[]) => Promise<unknown>>> }
    return workbench[call.method]!(...call.args)
  }, { method: method as string, args: args as readonly unknown[] }) as ReturnType<WorkbenchApi[M]>
}

/** All outcomes of a catalyst, as the host has them. */
export async function outcomesOf(running: RunningApp, catalyst: string): Promise<Outcome[]> {
  return (await ask(running, 'outcomes', catalyst, [])).map(({ json }) => JSON.parse(json!) as Outcome)
}
