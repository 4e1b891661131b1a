import type { WorkbenchBridge } from '@shared/api'

declare global {
  interface Window { readonly workbench: WorkbenchBridge }
}

/** The only way from the window to the machine. */
export const workbench = (): WorkbenchBridge => window.workbench
