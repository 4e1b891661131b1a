import { Notification } from 'electron'
import { z } from 'zod'
import type { Preferences, ProjectState } from '../../shared/api'
import { createArrivals } from './arrivals'
import type { HostClient } from './hostClient'
import { filled, type Labels } from './labels'
import type { Log } from './log'
import { settingsFile } from './settingsFile'
import { createTray, type TrayIcon } from './tray'

export interface BackgroundOptions {
  readonly host: Pick<HostClient, 'call'>
  readonly preferences: () => Preferences
  readonly labels: () => Labels
  readonly isSeen: () => boolean
  readonly open: () => void
  /** Where it is kept that somebody was told. */
  readonly toldFile: string
  readonly log: Log
}

/** What goes on without a window: an instrument writes at night, and a PC of the lab runs for months. */
export interface Background {
  show(): void
  projectState(state: ProjectState | null): void
  /** Closing the window does not end the program. */
  staysOn(): boolean
  windowClosed(): void
  notify(title: string, body: string): void
}

/** On macOS a program without windows has its place in the Dock, and nobody is surprised. */
const isMac = process.platform === 'darwin'

export function createBackground({ host, preferences, labels, isSeen, open, toldFile, log }: BackgroundOptions): Background {
  const isTold = settingsFile(toldFile, z.boolean(), false)
  let state: ProjectState | null = null
  let tray: TrayIcon | null = null
  const notify = (title: string, body: string): void => {
    if (!Notification.isSupported()) return
    const notification = new Notification({ title, body })
    notification.on('click', open)
    notification.show()
  }
  const arrived = createArrivals({
    isSeen, now: () => performance.now(), after: (ms, work) => void setTimeout(work, ms).unref(),
    tell({ name, files, attention }) {
      if (preferences().notifications === false) return
      const { cameTitle, cameOneTitle, cameAll, cameSome } = labels()
      notify(filled(files === 1 ? cameOneTitle : cameTitle, { name, files }), attention === 0 ? cameAll : filled(cameSome, { attention }))
    }
  })
  const pause = async (isPaused: boolean): Promise<void> => {
    try {
      for (const { id, paused } of await host.call('folders')) if (paused !== isPaused) await host.call('setFolder', id, { paused: isPaused })
    } catch (error) {
      log.write('watching not paused or resumed', error)
    }
  }
  return {
    notify,
    show() {
      if (isMac) return
      if (preferences().background === false) {
        tray?.remove()
        tray = null
      } else tray ??= createTray({ labels, open, pause: (isPaused) => void pause(isPaused) })
      tray?.show(state)
    },
    projectState(now) {
      state = now
      tray?.show(state)
      arrived(state)
    },
    staysOn: () => preferences().background !== false && state !== null,
    windowClosed() {
      if (isMac || isTold.read()) return
      notify(labels().goesOnTitle, labels().goesOn)
      isTold.write(true)
    }
  }
}
