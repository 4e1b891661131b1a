import type { RunningApp } from './launchApp'

/**
 * Does what the system does on a shortcut of the menu: keys that Playwright presses reach the page only, never the menu. Fails where no
 * entry has the shortcut, so a lost accelerator is found.
 */
export async function pressShortcut({ app }: RunningApp, shortcut: string): Promise<void> {
  const isFound = await app.evaluate(({ Menu }, wanted) => {
    const same = (accelerator: unknown): boolean => typeof accelerator === 'string' && accelerator.replace('CmdOrCtrl', 'Ctrl') === wanted
    const entries = (menu: Electron.Menu | undefined | null): Electron.MenuItem[] => (menu?.items ?? []).flatMap((item) => [item, ...entries(item.submenu)])
    const entry = entries(Menu.getApplicationMenu()).find((item) => same(item.accelerator) && item.enabled)
    entry?.click()
    return entry !== undefined
  }, shortcut)
  if (!isFound) throw new Error(`No entry of the menu has the shortcut ${shortcut}.`)
}
