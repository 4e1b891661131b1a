import { inflateRawSync } from 'node:zlib'
import type { Driver } from './driver'

export function writeOriginal(driver: Driver, sha256: string, bytes: number, deflated: Uint8Array): void {
  driver.run('INSERT INTO originals VALUES (?, ?, ?) ON CONFLICT DO NOTHING', [sha256, bytes, deflated])
}

/** The original file byte for byte, or undefined when archiving was off for its folder. */
export function readOriginal(driver: Driver, sha256: string): Uint8Array | undefined {
  const row = driver.get<{ deflated: ArrayBuffer }>('SELECT deflated FROM originals WHERE sha256 = ?', [sha256])
  return row && inflateRawSync(new Uint8Array(row.deflated))
}
