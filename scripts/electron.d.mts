export interface FoundElectron { readonly dist: string; readonly executable: string; readonly version: string; readonly from: string }
export function findElectron(options?: { say?: (line: string) => void }): Promise<FoundElectron>
export function electronEnvironment(found: FoundElectron): NodeJS.ProcessEnv
export const rootFlags: readonly string[]
export const fallbackVersion: string
