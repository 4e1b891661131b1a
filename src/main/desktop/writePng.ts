import * as electron from 'electron'

/** The clipboard as it was up to Electron 4x, which the fallback of the tests has (docs/decisions/001). */
interface OlderClipboard { writeImage(image: electron.NativeImage): void }

/** A PNG to the clipboard; decoded first, so that bytes that only look like a picture are refused. */
export async function writePng(bytes: Buffer): Promise<void> {
  const image = electron.nativeImage.createFromBuffer(bytes)
  if (image.isEmpty()) throw new Error('The picture was not copied because it could not be decoded.')
  const { clipboard } = electron
  if ('writeImage' in clipboard) return (clipboard as unknown as OlderClipboard).writeImage(image)
  const { ClipboardItem } = electron
  await clipboard.write([new ClipboardItem({ 'image/png': new Blob([new Uint8Array(bytes)], { type: 'image/png' }) })])
}
