/**
 * Bruker BRML (.brml): a zip of XML files.
 * Each ExperimentN/RawDataK.xml is one scan: DataRoutes / DataRoute with ScanInformation (axes, points, time) and a Datum for each point
 * 'time,flag,2θ,θ,counts', whose angles follow the order of ScanAxes; the tube under FixedInformation states wavelengths and anode.
 * Traps: the anode is not always copper; the large MeasurementContainer.xml is not needed; several raw files are several scans.
 */
import type { Measurement } from '../../measurement'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { partsInHead } from '../table/partsInHead'
import { isZip } from '../table/spreadsheetKind'
import { zipDirectory, type ZipEntry } from '../table/zipDirectory'
import { zipPart } from '../table/zipPart'
import { decodeText } from '../text/decodeText'
import { childrenOf, elementAt, textAt, xmlTree } from '../xml/xmlTree'
import { brmlRoute } from './brmlRoute'

const rawData = /^Experiment(\d{1,6})\/RawData(\d{1,6})\.xml$/
const isOwn = (name: string): boolean => /^Experiment\d{1,6}\/[A-Za-z]{4,40}\d{0,6}\.xml$/.test(name) || name === 'experimentCollection.xml'
const mostScans = 2000

function recognises({ bytes }: FileHead): Recognition | null {
  if (!isZip(bytes)) return null
  let name: string | null = null
  partsInHead(bytes, (part) => {
    if (isOwn(part)) name ??= part
    return false
  })
  return name === null ? null : { confidence: 'certain', why: `it is a zip that holds ${name as string} as Bruker writes it` }
}

/** The guard speaks of spreadsheets; here the file is another. */
function entriesOf(bytes: Uint8Array): ZipEntry[] {
  try {
    return zipDirectory(bytes)
  } catch (error) {
    if (!(error instanceof ReadError)) throw error
    throw new ReadError('The BRML file (a zip inside) is cut off, damaged or too large to unpack; copy it again from the diffractometer.')
  }
}

function partOf(bytes: Uint8Array, entry: ZipEntry): Uint8Array | null {
  try {
    return zipPart(bytes, entry)
  } catch (error) {
    if (!(error instanceof ReadError)) throw error
    return null
  }
}

const orderOf = (name: string): number => {
  const match = rawData.exec(name)
  return match ? Number(match[1]) * 1e6 + Number(match[2]) : 0
}

function read(file: ReadableFile): ReadResult {
  const parts = entriesOf(file.bytes).filter(({ name }) => rawData.test(name)).sort((a, b) => orderOf(a.name) - orderOf(b.name))
  if (parts.length === 0)
    throw new ReadError('The BRML file holds no measured data (RawData…xml): the measurement was not started or the file was saved without data.')
  if (parts.length > mostScans)
    throw new ReadError(`The BRML file holds ${parts.length} scans, more than ${mostScans}; export the scans that are needed from DIFFRAC.EVA.`)
  const measurements: Measurement[] = []
  const unread: string[] = []
  for (const entry of parts) {
    const bytes = partOf(file.bytes, entry)
    const found = bytes ? scansOf(bytes, parts.length > 1 ? entry.name.replace(/\.xml$/, '') : '') : []
    for (const one of found) measurements.push(one)
    if (found.length === 0) unread.push(entry.name)
  }
  if (measurements.length === 0)
    throw new ReadError(`The part "${unread[0]!}" of the BRML file holds no points that can be read; copy the file again from the diffractometer.`)
  if (unread.length === 0) return { measurements }
  const warning = `${unread.length} of ${parts.length} scans hold no points or are damaged (the first is ${unread[0]!}); they were left out.`
  return { measurements: measurements.map((one, i) => (i === 0 ? { ...one, warnings: [...one.warnings, warning] } : one)) }
}

function scansOf(bytes: Uint8Array, title: string): Measurement[] {
  const { root, problem } = xmlTree(decodeText(bytes).text)
  if (root?.name !== 'RawData') return []
  const started = textAt(root, 'TimeStampStarted')
  const routes = childrenOf(elementAt(root, 'DataRoutes'), 'DataRoute').flatMap((route) => brmlRoute(route, root) ?? [])
  return routes.map(({ columns, settings, facts, warnings, isWhole }, i): Measurement => ({
    technique: 'XRD', title: routes.length > 1 ? `${title} route ${i + 1}`.trim() : title, columns, segments: [], settings, facts, header: {},
    startedAt: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/.test(started) ? started : null, signConvention: null,
    warnings: [...warnings, ...(problem === null ? [] : ['The XML of this scan is damaged; what stands before the damage is kept.'])],
      complete: isWhole && problem === null
  }))
}

export const brml: Reader = { id: 'brml', format: 'Bruker BRML (.brml)', vendor: 'Bruker', opensArchives: true, recognises, read }
