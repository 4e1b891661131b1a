/**
 * SPECS XY export (.xy, text) of Prodigy and of SpecsLab 2 before it.
 * '# key: value' lines: export settings, then 'Group', 'Region' with its settings, 'Cycle: 0, Curve: 0, Scan: 0' and 'ColumnLabels';
 * rows of blank-separated numbers follow. One region may hold many cycles, curves and scans.
 * Traps: the axis is kinetic or binding energy by 'Energy Axis', in SpecsLab 2 by 'values in kinetic energy' before each region; the date is month/day/2-digit year; 'Values/Curve' tells a cut file.
 */
import type { Measurement, NamedValue } from '../../measurement'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { asSingleBytes } from '../text/asSingleBytes'
import { beginningText } from '../text/beginningText'
import { decodeText } from '../text/decodeText'
import { scanTable } from '../text/scanTable'
import { nextLine } from '../text/startOfText'
import { specsColumns, type SpecsCurve } from './specsColumns'

const mark = 35
const mostCurves = 20_000

function recognises(head: FileHead): Recognition | null {
  const text = beginningText(asSingleBytes(head.bytes), 4096)
  const [, program, version] = /^# Created by:\s{1,40}(SpecsLab ?Prodigy|SpecsLab ?2),? *(Version [\w.-]{1,40})?/.exec(text) ?? []
  return program !== undefined && text.includes('# XY-Serializer Export Settings:')
    ? { confidence: 'certain', why: `it begins with "Created by: ${program}"`, version: `${program === 'SpecsLab Prodigy' ? '' : 'SpecsLab 2, '}${version ?? ''}`.replace(/, $/, '') }
    : null
}

interface Region { readonly settings: NamedValue[]; readonly curves: SpecsCurve[] }

function read(file: ReadableFile): ReadResult {
  const bytes = asSingleBytes(file.bytes)
  const general: NamedValue[] = []
  const regions: Region[] = []
  let count = 0
  let group: NamedValue[] = []
  let scale: NamedValue[] = []
  let curve: { place: number[]; labels: string[] } = { place: [], labels: [] }
  for (let at = 0; at < bytes.length;) {
    const end = nextLine(bytes, at)
    const line = decodeText(bytes.subarray(at, end)).text.trim()
    if (line !== '' && !line.startsWith('#')) {
      const region = regions.at(-1)
      if (!region) throw new ReadError('Numbers stand before the first "# Region:" line; the file is damaged, export it again.')
      count += 1
      if (count > mostCurves) throw new ReadError(`The file holds more than ${mostCurves} curves; export fewer scans at a time.`)
      const next = bytes.indexOf(mark, at)
      const blockEnd = next < 0 ? bytes.length : next
      const width = Math.max(curve.labels.length, Math.min(64, line.split(/[ \t]+/).length))
      const table = scanTable(bytes.subarray(0, blockEnd), at, { width, separator: 'loose', decimal: '.' })
      const left = table.isCutOff ? '' : decodeText(bytes.subarray(table.end, Math.min(blockEnd, table.end + 200))).text.trim()
      region.curves.push({ ...curve, table, left: left.slice(0, 40).replace(/\s+/g, ' ') })
      at = blockEnd
      continue
    }
    at = end
    const place = /^# Cycle: (\d{1,9}), Curve: (\d{1,9})(?:, Scan: (\d{1,9}))?/.exec(line)
    const values = /^# values in (kinetic|binding) energy$/i.exec(line)?.[1]
    if (values !== undefined) scale = [{ name: 'Energy Axis', value: `${values[0]!.toUpperCase()}${values.slice(1).toLowerCase()} Energy` }]
    const entry = /^#\s{1,8}([^:]{1,60}):\s*(.*)$/.exec(line)
    if (place) curve = { ...curve, place: place.slice(1).map((part) => Number(part ?? 0)) }
    else if (entry) {
      const [, name = '', value = ''] = entry
      const setting = { name: name.trim(), value: value.trim() }
      if (setting.name === 'ColumnLabels') curve = { ...curve, labels: setting.value.split(/\s+/).filter((label) => label !== '') }
      else if (setting.name === 'Group') group = [setting]
      else if (setting.name === 'Region') {
        regions.push({ settings: [...group, setting, ...scale], curves: [] })
        curve = { place: [], labels: [] }
      } else if (regions.length === 0) general.push(setting)
      else if (regions.at(-1)!.curves.length === 0 && !/^(Cycle|Acquisition Date)$/.test(setting.name)) regions.at(-1)!.settings.push(setting)
      else if (setting.name === 'Acquisition Date'
        && !regions.at(-1)!.settings.some((known) => known.name === setting.name)) regions.at(-1)!.settings.push(setting)
    }
  }
  const measurements = regions.flatMap((region, i) => (region.curves.length === 0 && i < regions.length - 1 ? [] : [measurementOf(region, general)]))
  if (measurements.every(({ columns }) => columns.length === 0))
    throw new ReadError('The export holds no rows of numbers: it was cut off, export it again.')
  return { measurements: measurements.filter(({ columns }) => columns.length > 0) }
}

/** Month/day/year; ISO only where the two cannot be mistaken for each other. */
function startOf(text: string): string | null {
  const match = /^(\d{2})\/(\d{2})\/(\d{2}) (\d{2}:\d{2}:\d{2})( UTC)?$/.exec(text)
  const isClear = match !== null && (Number(match[2]) > 12 || match[1] === match[2])
  return isClear ? `20${match[3]}-${match[1]}-${match[2]}T${match[4]}${match[5] ? 'Z' : ''}` : null
}

function measurementOf({ settings, curves }: Region, general: readonly NamedValue[]): Measurement {
  const text = (name: string): string => String([...settings, ...general].find((setting) => setting.name === name)?.value ?? '')
  const axis = text('Energy Axis') || 'Energy'
  const source = Number(text('Excitation Energy') || NaN)
  const declared = Number(text('Values/Curve') || NaN)
  const { columns, segments } = specsColumns(curves, axis, source)
  const short = curves.filter(({ table }) => table.rows < declared).length
  const damaged = curves.reduce((sum, { table }) => sum + table.damaged + table.uneven, 0)
  const isCut = curves.some(({ table }) => table.isCutOff)
  const left = curves.find((one) => one.left !== '')?.left
  const warnings = [
    ...(left === undefined ? [] : [`Behind rows of "${text('Region')}" comes text that is no data ("${left}"); it was not read.`]),
    ...(short > 0
      ? [`${short} of ${curves.length} curves of "${text('Region')}" hold fewer than the ${declared} values announced: stopped or cut off.`] : []),
    ...(isCut ? ['The file ends within a row, which was left out.'] : []),
    ...(damaged > 0 ? [`${damaged} rows or cells of "${text('Region')}" are damaged; they are left empty.`] : [])
  ]
  return {
    technique: /^(XPS|UPS)$/i.test(text('Analysis Method')) || text('Analysis Method') === '' ? 'XPS' : 'OTHER', title: text('Region'), columns,
      segments, settings: [...general, ...settings],
    facts: [
      { name: 'group', value: text('Group') }, { name: 'curves', value: curves.length }, { name: 'energyAxis', value: axis },
        ...(source > 0 ? [{ name: 'sourceEnergy_eV', value: source }] : [])
    ],
    header: {}, startedAt: startOf(text('Acquisition Date')), signConvention: null, warnings, complete: short === 0 && !isCut && curves.length > 0
  }
}

export const specsXy: Reader = { id: 'specs-xy', format: 'SPECS Prodigy, SpecsLab 2 (.xy)', vendor: 'SPECS', recognises, read }
