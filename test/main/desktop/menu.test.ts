import { afterEach, expect, it, vi } from 'vitest'
import type { MenuItemConstructorOptions } from 'electron'
import { showMenu } from '../../../src/main/desktop/menu'

const built = vi.hoisted(() => ({ template: [] as unknown[] }))
vi.mock('electron', () => ({
  app: { name: 'RuM Workbench', getPath: () => '' }, shell: {},
  Menu: { buildFromTemplate: (template: unknown[]) => (built.template = template), setApplicationMenu: () => undefined }
}))
const platform = process.platform
afterEach(() => Object.defineProperty(process, 'platform', { value: platform }))

function items(on: string): MenuItemConstructorOptions[] {
  Object.defineProperty(process, 'platform', { value: on })
  showMenu({ language: 'en', preferences: { theme: 'system', language: 'en' }, act: () => undefined, recent: [], openRecent: () => undefined, developer: false })
  const all = (list: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] => list.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? all(item.submenu) : [])])
  return all(built.template as MenuItemConstructorOptions[])
}

it.each(['win32', 'linux', 'darwin'])('no key of the menu ends the program that the system means for closing a window (%s)', (on) => {
  expect(items(on).filter(({ role }) => role === 'quit').length).toBeGreaterThan(0)
  expect(items(on).filter(({ accelerator }) => /^(?:Alt\+F4|Cmd\+W|CmdOrCtrl\+W)$/i.test(String(accelerator ?? '')))).toEqual([])
})
