import type { Exported } from '@shared/api'

/** Where a file was written; with a warning where what was asked for is open in another program. */
export const wroteNotice = (t: (key: string, named: Record<string, unknown>) => string, { path, held }: Exported): ['info' | 'warning', string] =>
  held === undefined ? ['info', t('top.wrote', { path })] : ['warning', t('top.wroteBeside', { held, path })]
