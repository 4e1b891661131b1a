/**
 * Text of UV-Vis spectrometers: OceanView / SpectraSuite / Jaz ('>>>>>Begin … Data<<<<<'), JASCO ('TITLE', 'XYDATA'), StellarNet (two quoted lines),
 * AvaSoft ('Wave ;…'), VISIONlite ('WL/nm,Abs' and .dsp) and two named columns. Each family is one file here: its marker, then rows of wavelength and signal.
 * Traps: several spectra one below the other, each under its own names (NanoDrop); decimal commas; mixed line ends; exponents of three digits; words in other languages.
 */
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { isZip } from '../table/spreadsheetKind'
import { beginningText } from '../text/beginningText'
import { decodeText } from '../text/decodeText'
import { splitLines } from '../text/splitLines'
import { avaSoft } from './avaSoft'
import { jasco } from './jasco'
import { namedPair } from './namedPair'
import { oceanView } from './oceanView'
import type { SpectrumFamily } from './spectrumFamily'
import { stellarNet } from './stellarNet'
import { visionLite } from './visionLite'

const families: readonly SpectrumFamily[] = [oceanView, jasco, stellarNet, avaSoft, visionLite, namedPair]

/** The text of a file; NUL letters that fill a line of a header up are none of it. */
const withoutPadding = (text: string): string => (text.includes('\0') ? text.replace(/\0+(?=\r?\n)/g, '') : text)

function recognises({ bytes }: FileHead): Recognition | null {
  if (isZip(bytes)) return null
  const text = withoutPadding(beginningText(bytes))
  if (text.includes('\0')) return null
  const lines = splitLines(text)
  for (const family of families) {
    const found = family.recognises(lines)
    if (found) return found
  }
  return null
}

function read({ bytes }: ReadableFile): ReadResult {
  const lines = splitLines(withoutPadding(decodeText(bytes).text))
  const family = families.find((candidate) => candidate.recognises(lines) !== null)
  if (!family) throw new ReadError('The file is no spectrum with a wavelength and a signal column; export it as text from the spectrometer program.')
  return { measurements: (family.parts?.(lines) ?? [lines]).map((part) => family.read(part)) }
}

export const spectrumText: Reader = {
  id: 'spectrum-text',
  format: 'UV-Vis spectrum (OceanView, JASCO, StellarNet, AvaSoft, VISIONlite, two columns)',
  vendor: 'any',
  recognises,
  read
}
