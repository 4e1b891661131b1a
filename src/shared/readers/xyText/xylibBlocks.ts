import type { NamedValue } from '../../measurement'
import { ReadError } from '../reader'
import { decodeText } from '../text/decodeText'
import { scanTable } from '../text/scanTable'
import { nextLine } from '../text/startOfText'
import { leftText, positive, stated, type XyBlock } from './xyBlock'

const comment = 35
const mostBlocks = 20_000

/** '# KEY: value' lines and rows; '### block #2 name' begins another pattern. */
export function xylibBlocks(bytes: Uint8Array): XyBlock[] {
  const common = new Map<string, string>()
  const blocks: XyBlock[] = []
  let own = new Map<string, string>()
  let title = ''
  for (let at = 0; at < bytes.length;) {
    const end = nextLine(bytes, at)
    const line = decodeText(bytes.subarray(at, end)).text.trim()
    if (line === '' || line.startsWith('#')) {
      const block = /^### block #(\d{1,6})\s*(.*)$/.exec(line)
      const entry = /^#\s{0,4}([A-Za-z][\w \-[\]/()]{0,40}?):\s*(.*)$/.exec(line)
      if (block) {
        title = block[2] || `block ${block[1]}`
        for (const [name, value] of blocks.length === 0 ? own : []) common.set(name, value)
        own = new Map()
      } else if (entry) own.set(entry[1]!.trim(), entry[2]!.trim())
      at = end
      continue
    }
    if (blocks.length === mostBlocks) throw new ReadError(`The file holds more than ${mostBlocks} patterns; convert fewer at a time.`)
    const next = bytes.indexOf(comment, at)
    const blockEnd = next < 0 ? bytes.length : next
    const table = scanTable(bytes.subarray(0, blockEnd), at, { width: 2, separator: 'loose', decimal: '.' })
    const all = new Map([...common, ...own])
    blocks.push({
      title: title || (all.get('SAMPLE_ID') ?? ''), axis: '2Theta', isTwoTheta: true, intensity: 'Intensity', table,
        settings: [...all].map(([name, value]): NamedValue => ({ name, value })), facts: factsOf(all), startedAt: null,
      declared: Number(all.get('STEPS') || NaN), left: leftText(bytes, table.end, blockEnd, table.isCutOff)
    })
    at = blockEnd
  }
  return blocks
}

/** xylib writes the keys of a Bruker RAW file, whose wavelengths are in Ångström. */
function factsOf(entries: ReadonlyMap<string, string>): NamedValue[] {
  return [
    ...positive('wavelength_A', entries.get('USED_LAMBDA')), ...positive('wavelengthAlpha1_A', entries.get('ALPHA1')),
      ...positive('wavelengthAlpha2_A', entries.get('ALPHA2')), ...positive('averageWavelength_A', entries.get('ALPHA_AVERAGE')),
    ...positive('betaWavelength_A', entries.get('BETA')), ...positive('kAlphaRatio', entries.get('ALPHA_RATIO')),
      ...stated('anode', entries.get('ANODE_MATERIAL')), ...positive('timePerStep_s', entries.get('TIME_PER_STEP'))
  ]
}
