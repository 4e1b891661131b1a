import { watch, type FSWatcher } from 'chokidar'

export interface FolderEvents {
  readonly touched: (path: string) => void
  readonly gone: (path: string) => void
  readonly trouble: (error: unknown) => void
}

/** Events are hints: they only make us look. What they miss, the next scan finds. Polling is for network shares. */
export function watchFolder(path: string, polling: boolean, events: FolderEvents): { close: () => Promise<void>; ready: Promise<void> } {
  const watcher: FSWatcher = watch(path, {
    ignoreInitial: true, followSymlinks: false, usePolling: polling, interval: 1000, binaryInterval: 2000, ignorePermissionErrors: true, depth: 100
  })
  watcher.on('add', events.touched).on('change', events.touched).on('unlink', events.gone).on('error', events.trouble)
  const ready = new Promise<void>((resolve) => watcher.once('ready', resolve))
  return { close: () => watcher.close(), ready }
}
