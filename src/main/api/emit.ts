import type { WorkbenchEvents } from '../../shared/api'

/** How the services tell the window (or nobody, on the command line) that something happened. */
export type Emit = <E extends keyof WorkbenchEvents>(event: E, payload: WorkbenchEvents[E]) => void
