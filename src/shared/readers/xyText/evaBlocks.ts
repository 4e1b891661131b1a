import { ReadError } from '../reader'
import { decodeText } from '../text/decodeText'
import { scanTable } from '../text/scanTable'
import { nextLine } from '../text/startOfText'
import { leftText, positive, stated, type XyBlock } from './xyBlock'

const apostrophe = 39
const mostPatterns = 20_000

/** The first line of an .xy file of DIFFRAC.EVA: 'Id: "…" Comment: "…" … Scantype: "Coupled TwoTheta/Theta" TimePerStep: "96". */
export const evaLine = /^'\s?Id:\s*".*\bScantype:\s*"/i

/** Every pattern of the file stands under such a line; its rows are angle and intensity. */
export function evaBlocks(bytes: Uint8Array): XyBlock[] {
  const blocks: XyBlock[] = []
  for (let at = 0; at < bytes.length;) {
    const start = nextLine(bytes, at)
    const line = decodeText(bytes.subarray(at, start)).text.trim()
    at = start
    if (!evaLine.test(line)) continue
    if (blocks.length === mostPatterns) throw new ReadError(`The file holds more than ${mostPatterns} patterns; export fewer at a time.`)
    const next = bytes.indexOf(apostrophe, start)
    const end = next < 0 ? bytes.length : next
    const isCommas = /^\s*\d+,\d/.test(decodeText(bytes.subarray(start, start + 40)).text)
    const table = scanTable(bytes.subarray(0, end), start, { width: 2, separator: 'loose', decimal: isCommas ? ',' : '.' })
    blocks.push(blockOf(line, table, leftText(bytes, table.end, end, table.isCutOff)))
    at = end
  }
  return blocks
}

function blockOf(line: string, table: XyBlock['table'], left: string): XyBlock {
  const entries = new Map([...line.matchAll(/([A-Za-z]{2,30}):\s?"([^"]*)"/g)].map(([, name, value]) => [name!, value!.trim()]))
  const scanType = entries.get('Scantype') ?? ''
  const isTwoTheta = /coupled|detector scan|two ?theta|psd/i.test(scanType)
  return {
    title: entries.get('Id') || (entries.get('Comment') ?? ''), axis: isTwoTheta ? '2Theta' : 'Angle', isTwoTheta, intensity: 'Intensity', table,
    settings: [...entries].filter(([, value]) => value !== '').map(([name, value]) => ({ name, value })),
    facts: [...stated('anode', entries.get('Anode')), ...positive('timePerStep_s', entries.get('TimePerStep'))], startedAt: null, declared: NaN, left
  }
}
