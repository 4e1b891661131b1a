import { join } from 'node:path'
import { Menu, Tray, app, nativeImage, type MenuItemConstructorOptions } from 'electron'
import type { ProjectState } from '../../shared/api'
import { filled, type Labels } from './labels'

export interface TrayOptions {
  readonly labels: () => Labels
  readonly open: () => void
  readonly pause: (isPaused: boolean) => void
}

export interface TrayIcon {
  show(state: ProjectState | null): void
  remove(): void
}

const words = { watching: 'trayWatching', paused: 'trayPaused', trouble: 'trayTrouble', none: 'trayIdle' } as const satisfies Record<ProjectState['watch']['state'], keyof Labels>

/** The icon beside the clock, by which a program without a window is found again. Some desktops of Linux have no place for it: then a second start brings the window. */
export function createTray({ labels, open, pause }: TrayOptions): TrayIcon {
  const image = nativeImage.createFromPath(join(app.getAppPath(), 'out', 'main', 'tray.png'))
  const tray = new Tray(process.platform === 'win32' ? image.resize({ width: 32 }) : image.resize({ width: 22 }))
  let shown = ''
  tray.on('click', open)
  return {
    show(state) {
      const label = labels()
      const status = state ? filled(label[words[state.watch.state]], { name: state.name }) : label.trayNoProject
      const isPaused = state?.watch.state === 'paused'
      // Linux takes a new menu only as a whole, and every project state comes here.
      const now = JSON.stringify([status, label.trayOpen])
      if (now === shown) return
      shown = now
      const canPause = state !== null && (isPaused || state.watch.state === 'watching' || state.watch.state === 'trouble')
      const items: MenuItemConstructorOptions[] = [
        { label: status, enabled: false }, { type: 'separator' },
        { label: label.trayOpen, click: open }, { label: isPaused ? label.trayResume : label.trayPause, enabled: canPause, click: () => pause(!isPaused) },
        { type: 'separator' }, { label: label.quit, click: () => app.quit() }
      ]
      tray.setToolTip(status.slice(0, 120))
      tray.setContextMenu(Menu.buildFromTemplate(items))
    },
    remove: () => tray.destroy()
  }
}
