import { avantageXlsx } from './avantageXlsx/avantageXlsx'
import { besThreeT } from './besThreeT/besThreeT'
import { biologicMpr } from './biologicMpr/biologicMpr'
import { agilentReport } from './agilentReport/agilentReport'
import { biologicMpt } from './biologicMpt/biologicMpt'
import { brml } from './brml/brml'
import { brukerOpus } from './brukerOpus/brukerOpus'
import { brukerTopSpin } from './brukerTopSpin/brukerTopSpin'
import { brukerRaw } from './brukerRaw/brukerRaw'
import { brukerUxd } from './brukerUxd/brukerUxd'
import { caryCsv } from './caryCsv/caryCsv'
import { casaText } from './casaText/casaText'
import { chromeleonText } from './chromeleonText/chromeleonText'
import { chiText } from './chiText/chiText'
import { delimitedTable } from './delimitedTable/delimitedTable'
import { ezChromAsc } from './ezChromAsc/ezChromAsc'
import { infraredText } from './infraredText/infraredText'
import { perkinElmerSp } from './perkinElmerSp/perkinElmerSp'
import { perkinElmerText } from './perkinElmerText/perkinElmerText'
import { galacticSpc } from './galacticSpc/galacticSpc'
import { gamryDta } from './gamryDta/gamryDta'
import { eprText } from './eprText/eprText'
import { novaText } from './novaText/novaText'
import { winSpec } from './winSpec/winSpec'
import { xrdml } from './xrdml/xrdml'
import { xyText } from './xyText/xyText'
import { winEpr } from './winEpr/winEpr'
import { zahnerIsc } from './zahnerIsc/zahnerIsc'
import { zahnerIsm } from './zahnerIsm/zahnerIsm'
import { zahnerIsw } from './zahnerIsw/zahnerIsw'
import { zplot } from './zplot/zplot'
import { versaStudio } from './versaStudio/versaStudio'
import { omnicSpa } from './omnicSpa/omnicSpa'
import { panalyticalCsv } from './panalyticalCsv/panalyticalCsv'
import { palmSensCsv } from './palmSens/palmSensCsv'
import { palmSensSession } from './palmSens/palmSensSession'
import { phiSpe } from './phiSpe/phiSpe'
import { parstatText } from './parstatText/parstatText'
import { ivium } from './ivium/ivium'
import { notReadable } from './notReadable/notReadable'
import { claimsOf, type Claim } from './claims'
import type { FileHead, ReadableFile, Reader, ReadResult } from './reader'
import { spreadsheetOf } from './spreadsheet/spreadsheet'
import { cutLine, isText } from './text/cutLine'
import { energyTable } from './energyTable/energyTable'
import { jcampDx } from './jcampDx/jcampDx'
import { labSolutions } from './labSolutions/labSolutions'
import { labSpecXml } from './labSpecXml/labSpecXml'
import { labSpecText } from './labSpecText/labSpecText'
import { literatureTable } from './literatureTable/literatureTable'
import { landtText } from './landtText/landtText'
import { magicNetText } from './magicNetText/magicNetText'
import { magnettechXml } from './magnettechXml/magnettechXml'
import { maccorText } from './maccorText/maccorText'
import { micrograph } from './micrograph/micrograph'
import { multiPakText } from './multiPakText/multiPakText'
import { newareCsv } from './newareCsv/newareCsv'
import { newareNda } from './newareNda/newareNda'
import { newareNdax } from './newareNdax/newareNdax'
import { ramanText } from './ramanText/ramanText'
import { renishawWdf } from './renishawWdf/renishawWdf'
import { rigakuRas } from './rigakuRas/rigakuRas'
import { rigakuRasx } from './rigakuRasx/rigakuRasx'
import { runSheet } from './runSheet/runSheet'
import { sampleRecord } from './sampleRecord/sampleRecord'
import { scientaText } from './scientaText/scientaText'
import { shimadzuUvVis } from './shimadzuUvVis/shimadzuUvVis'
import { specsXy } from './specsXy/specsXy'
import { spectrumText } from './spectrumText/spectrumText'
import { testerText } from './testerText/testerText'
import { uvProbeSpc } from './uvProbeSpc/uvProbeSpc'
import { vamas } from './vamas/vamas'
import { vaspDoscar } from './vaspDoscar/vaspDoscar'
import { vaspGrid } from './vaspGrid/vaspGrid'
import { vaspOutcar } from './vaspOutcar/vaspOutcar'
import { vaspRun } from './vaspRun/vaspRun'
import { vaspStructure } from './vaspStructure/vaspStructure'

/** One line per format. Order matters only between equal confidences. */
const formats: readonly Reader[] = [
  avantageXlsx,
  runSheet,
  literatureTable,
  energyTable,
  sampleRecord,
  chiText,
  biologicMpt,
  biologicMpr,
  gamryDta,
  novaText,
  notReadable,
  ivium,
  parstatText,
  versaStudio,
  zplot,
  caryCsv,
  shimadzuUvVis,
  uvProbeSpc,
  spectrumText,
  vaspDoscar,
  vaspGrid,
  vaspOutcar,
  vaspRun,
  vaspStructure,
  vamas,
  casaText,
  specsXy,
  scientaText,
  phiSpe,
  multiPakText,
  landtText,
  testerText,
  maccorText,
  micrograph,
  newareCsv,
  newareNda,
  newareNdax,
  brukerOpus,
  brukerRaw,
  brukerUxd,
  rigakuRas,
  rigakuRasx,
  xrdml,
  panalyticalCsv,
  brml,
  xyText,
  besThreeT,
  winEpr,
  eprText,
  magnettechXml,
  labSpecText,
  labSpecXml,
  ramanText,
  renishawWdf,
  winSpec,
  jcampDx,
  brukerTopSpin,
  omnicSpa,
  palmSensSession,
  palmSensCsv,
  labSolutions,
  agilentReport,
  chromeleonText,
  magicNetText,
  ezChromAsc,
  galacticSpc,
  perkinElmerSp,
  perkinElmerText,
  infraredText,
  zahnerIsm,
  zahnerIsc,
  zahnerIsw,
  delimitedTable
]

/** A sheet may hold what any of the text formats is; what people write themselves has readers of its own for spreadsheets. */
export const readers: readonly Reader[] = [...formats, spreadsheetOf(formats.filter(({ isWrittenByHand }) => !isWrittenByHand))]

const inOrderOfAsking = [...readers.filter((reader) => !reader.isLastResort), ...readers.filter((reader) => reader.isLastResort)]

export type { Claim }

/** Readers that claim the file, the surest first. Empty: nobody knows it. */
export const recognise = (head: FileHead): readonly Claim[] => claimsOf(inOrderOfAsking, head)

/**
 * Reads a file as this reader does, without a last line that may be cut off: whoever copies a file while the instrument writes it gets
 * half a number, and no reader can see that. What people write by hand often ends without a line end and is left as it is.
 */
export function readWhole(reader: Reader, file: ReadableFile): ReadResult {
  const cut = reader.isWrittenByHand || !isText(file.bytes) ? null : cutLine(file.bytes)
  if (cut === null) return reader.read(file)
  const result = reader.read({ ...file, bytes: file.bytes.subarray(0, cut) })
  const warning = 'The last line has no end and may be cut off; it is left out. Copy the file again when the instrument has finished.'
  return { ...result, measurements: result.measurements.map((measurement) => ({ ...measurement, warnings: [...measurement.warnings, warning], complete: false })) }
}

/** Readers that are equally sure of a file, so that only its user can say which is right; none where one is surer. */
export function rivalsOf(claims: readonly Claim[]): readonly Claim[] {
  const equal = claims.filter(({ reader, recognition }) => !reader.isLastResort && recognition.confidence === claims[0]?.recognition.confidence)
  return equal.length > 1 && equal[0] === claims[0] ? equal : []
}

/** Names the question which of several readers is right, so that the answer holds for the next such file: the readers and the extension. */
export function questionOf(rivals: readonly Claim[], fileName: string): string {
  const extension = /\.([A-Za-z0-9]{1,12})$/.exec(fileName)?.[1]?.toLowerCase() ?? ''
  return `${rivals.map(({ reader }) => reader.id).sort().join('|')}.${extension}`
}
