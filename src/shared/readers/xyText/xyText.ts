/**
 * Diffraction patterns exported as two columns, only where the header leaves no doubt:
 * xylib ('# exported by xylib from a bruker_raw file', '# KEY: value', '### block #n'), Bruker's text (';RAW4.00', '[RangeHeader]',
 * '[Data]', 'Angle, PSD,') and the .xy of DIFFRAC.EVA ('Id: "…" … Scantype: "…"). Any other two columns are left to the general table reader, because they do not say what they are.
 * Traps: 'Time' is a clock time in one section and the counting time in another; −9999 means "not measured"; several ranges.
 */
import type { Measurement } from '../../measurement'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { asSingleBytes } from '../text/asSingleBytes'
import { beginningText } from '../text/beginningText'
import { brukerTextBlocks } from './brukerTextBlocks'
import { evaBlocks, evaLine } from './evaBlocks'
import { xyColumns, type XyBlock } from './xyBlock'
import { xylibBlocks } from './xylibBlocks'

/** The source formats of xylib whose first column is 2θ. */
const powderFormats: ReadonlySet<string> = new Set(['bruker_raw', 'uxd', 'rigaku_dat', 'philips_raw', 'philips_udf', 'cpi', 'xrdml', 'xfit_xdd'])

type Variant = 'xylib' | 'bruker' | 'eva'
const whyOf: Readonly<Record<Variant, string>> = {
  xylib: 'it begins with the line of xylib for a diffraction file', bruker: 'it begins with ;RAW4.00', eva: 'it begins with the line of DIFFRAC.EVA for a scan'
}
const blocksOf: Readonly<Record<Variant, (bytes: Uint8Array) => XyBlock[]>> = { xylib: xylibBlocks, bruker: brukerTextBlocks, eva: evaBlocks }

function variantOf(bytes: Uint8Array): Variant | null {
  const text = beginningText(bytes, 2000)
  const source = /^# exported by xylib from an? ([a-z_0-9]{2,30}) file/.exec(text)?.[1]
  if (source !== undefined) return powderFormats.has(source) ? 'xylib' : null
  if (evaLine.test(text.slice(0, /[\r\n]/.exec(text)?.index))) return 'eva'
  return /^;\s?RAW4\.00\s/.test(text) ? 'bruker' : null
}

function recognises(head: FileHead): Recognition | null {
  const variant = variantOf(asSingleBytes(head.bytes))
  if (variant === null) return null
  return { confidence: 'certain', why: whyOf[variant], version: variant }
}

function read(file: ReadableFile): ReadResult {
  const bytes = asSingleBytes(file.bytes)
  const blocks = blocksOf[variantOf(bytes) ?? 'xylib'](bytes).filter(({ table }) => table.rows > 0)
  if (blocks.length === 0) throw new ReadError('The diffraction text holds a header but no rows of angle and intensity; export it again.')
  return { measurements: blocks.map(measurementOf) }
}

function measurementOf(block: XyBlock): Measurement {
  const { table, declared } = block
  const { columns, unmeasured } = xyColumns(block)
  const isShort = table.rows < declared
  return {
    technique: 'XRD', title: block.title, columns, segments: [], settings: block.settings, facts: block.facts, header: {},
      startedAt: block.startedAt, signConvention: null,
    warnings: [
      ...(table.isCutOff ? ['The file ends within a row, which was left out; it was cut off or is still being written.'] : []),
      ...(block.left === '' ? [] : [`After row ${table.rows} comes text that is no data ("${block.left}"); it was not read.`]),
      ...(isShort ? [`The pattern holds ${table.rows} of the ${declared} steps that its header announces.`] : []),
      ...(unmeasured > 0 ? [`${unmeasured} intensities are −9999, which means "not measured"; they are left empty.`] : []),
      ...(table.damaged + table.uneven > 0 ? [`${table.damaged + table.uneven} rows or cells are no numbers; they are left empty.`] : []),
      ...(block.isTwoTheta ? [] : ['This range is no scan of 2Theta.'])
    ],
    complete: !table.isCutOff && !isShort
  }
}

export const xyText: Reader = { id: 'xy-text', format: 'Diffraction pattern as text (Bruker, xylib)', vendor: 'Bruker, xylib', recognises, read }
