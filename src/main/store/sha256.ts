import { createHash } from 'node:crypto'

export const sha256Text = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
export const sha256Bytes = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
/** By which outcomes are known: one function for all, so that what was summed up before is found again. */
export const shortSum = (text: string): string => sha256Text(text).slice(0, 24)
