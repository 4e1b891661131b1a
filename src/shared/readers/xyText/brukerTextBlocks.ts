import type { NamedValue } from '../../measurement'
import { rawStart } from '../brukerRaw/rawRange'
import { ReadError } from '../reader'
import { decodeText } from '../text/decodeText'
import { scanTable } from '../text/scanTable'
import { nextLine } from '../text/startOfText'
import { leftText, positive, stated, type XyBlock } from './xyBlock'

const openBracket = 91
const mostRanges = 20_000

/** '[Section]' and 'key=value' lines; a range is [RangeHeader] … [Data] with 'Angle, PSD,' and rows. A key may mean different things by section. */
export function brukerTextBlocks(bytes: Uint8Array): XyBlock[] {
  const common = new Map<string, string>()
  const blocks: XyBlock[] = []
  let range = new Map<string, string>()
  let section = ''
  let variable = ''
  for (let at = 0; at < bytes.length;) {
    const end = nextLine(bytes, at)
    const line = decodeText(bytes.subarray(at, end)).text.trim()
    at = end
    const opened = /^\[([^\]]{1,60})\]$/.exec(line)
    if (opened) {
      section = opened[1]!
      if (section === 'RangeHeader') range = new Map()
      continue
    }
    if (section === 'Data' && /^Angle\s*,/i.test(line)) {
      if (blocks.length === mostRanges) throw new ReadError(`The file holds more than ${mostRanges} ranges; export fewer at a time.`)
      const names = line.split(',').map((name) => name.trim()).filter((name) => name !== '')
      const next = bytes.indexOf(openBracket, at)
      const table = scanTable(next < 0 ? bytes : bytes.subarray(0, next), at, { width: Math.max(2, names.length), separator: 'loose', decimal: '.' })
      blocks.push(blockOf(names, table, common, range, leftText(bytes, table.end, next < 0 ? bytes.length : next, table.isCutOff)))
      at = Math.max(at, table.end)
      section = ''
      continue
    }
    const equals = line.indexOf('=')
    if (equals < 1) continue
    const [name, value] = [line.slice(0, equals).trim(), line.slice(equals + 1).trim()]
    if (section === 'VarInfo' && name === 'Type') variable = value
    else if (section === 'VarInfo' && name === 'Value') common.set(variable, value)
    else (section === 'RawHeader' || section === 'HardwareConfiguration' ? common : range).set(`${section} ${name}`.trim(), value)
  }
  return blocks.map((block, i) => (blocks.length > 1 ? { ...block, title: `Range ${i + 1}` } : block))
}

function blockOf(names: readonly string[], table: XyBlock['table'], common: ReadonlyMap<string, string>, range: ReadonlyMap<string, string>,
  left: string): XyBlock {
  const of = (name: string): string | undefined => range.get(`RangeHeader ${name}`) ?? common.get(`HardwareConfiguration ${name}`)
  const scanType = of('ScanType') ?? ''
  // A file that does not name its scan type is a diffraction pattern; rocking curves and the like name themselves.
  const isTwoTheta = scanType === '' || /coupled|detector scan|two ?theta|2 ?theta|psd/i.test(scanType)
  const facts: NamedValue[] = [
    ...positive('wavelength_A', of('ActuallyUsedLambda')), ...positive('wavelengthAlpha1_A', of('Alpha1')),
      ...positive('wavelengthAlpha2_A', of('Alpha2')), ...positive('betaWavelength_A', of('Beta')),
    ...stated('anode', of('Anode')), ...positive('timePerStep_s', of('Time'))
  ]
  return {
    title: common.get('SAMPLEID') ?? '', axis: isTwoTheta ? '2Theta' : 'Angle', isTwoTheta, intensity: names[1] ?? 'Intensity', table,
    settings: [...common, ...range].filter(([, value]) => value !== '').map(([name, value]) => ({ name, value })), facts,
    startedAt: rawStart(common.get('RawHeader Date') ?? '', common.get('RawHeader Time') ?? ''), declared: Number(of('Steps') || NaN), left
  }
}
