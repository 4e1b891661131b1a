export const projectRoot: string
export function buildIfNeeded(options?: { root?: string; build?: (root: string) => boolean }): boolean
export function isUpToDate(root: string): boolean
