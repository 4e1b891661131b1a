import type { Plugin } from 'vite'

export const permissive: ReadonlySet<string>
export function isPermissive(expression: string): boolean
export function packageFolder(id: string): string[]
export function shippedLicences(options: { root: string; external?: readonly string[]; beside?: readonly string[]; also?: readonly string[] }): Plugin
