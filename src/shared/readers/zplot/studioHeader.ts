import { gunzipWithin } from '../table/gunzipWithin'

const longestPacked = 400_000
const longestText = 4_000_000

/** CS Studio packs its header into the first line: 'CSStudioFile,ID_CV,' and gzip in base64. '' where it cannot be unpacked. */
export function studioHeader(line: string): string {
  const packed = /^CSStudioFile,[^,]{0,60},([A-Za-z0-9+/=]+)\s*$/.exec(line)?.[1]
  if (packed === undefined || packed.length > longestPacked) return ''
  try {
    const bytes = gunzipWithin(Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0)), longestText)
    return bytes ? new TextDecoder().decode(bytes) : ''
  } catch {
    return ''
  }
}
