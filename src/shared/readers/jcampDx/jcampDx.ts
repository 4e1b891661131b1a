/**
 * JCAMP-DX (.jdx, .dx, .jcamp): '##LABEL= value' lines; data as (XY..XY) or (X++(Y..Y)) in AFFN, PAC, SQZ, DIF or DUP form; LINK blocks.
 * The decoding is jcampconverter's; what it gives is held against NPOINTS, FIRSTX, LASTX and FIRSTY.
 * Traps: the library does not know XYPOINTS, which is XYDATA with pairs; blanks before labels; DATA TYPE may be wrong (a UV spectrum called INFRARED): XUNITS decides; transmittance stays as it is;
 * a table of peaks or assignments is no spectrum; numbers with an exponent (exponents.ts); decimal commas of European computers; an NMR axis in Hz comes back in ppm; NPOINTS may be one more than there are.
 */
import type { Measurement, NamedValue, Technique } from '../../measurement'
import type { QuantityKind } from '../../quantity'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { beginningText } from '../text/beginningText'
import { decodeText } from '../text/decodeText'
import { hasBarePairs, withDataLabel } from './barePairs'
import { withPoints } from './decimalComma'
import { withoutExponents } from './exponents'
import { jcampBlocks, type JcampBlock } from './jcampBlocks'
import { isFid, nmrFacts, partOf, spectraOf, type JcampSpectrum } from './nmr'

/** A point takes a quarter of a byte at least, also in the tightest form: more than that cannot be in the file. */
const MOST_POINTS_PER_BYTE = 4
const MOST_BYTES = 200_000_000

/** Some programs leave the version out, which the standard asks for: then the label of the data decides. Parameter files of NMR programs only look like it. */
function recognises({ bytes }: FileHead): Recognition | null {
  const text = beginningText(bytes, 8192)
  if (!/^\s*##\s*TITLE\s*=/i.test(text) || /^##\s*DATA ?TYPE\s*=\s*Parameter Values\s*$/im.test(text)) return null
  const version = /##\s*JCAMP[-_/ ]*(?:DX|CS)?\s*=\s*([\d.]+)/i.exec(text)?.[1]
  if (version) return { confidence: 'certain', why: 'it begins with ##TITLE= and names its JCAMP-DX version', version: `JCAMP-DX ${version}` }
  const data = /^\s*##\s*(XYDATA|XYPOINTS|PEAK TABLE)\s*=\s*\(X|^\s*##\s*(NTUPLES)\s*=\s*[A-Z]/im.exec(text)?.[1]
  if (data) return { confidence: 'certain', why: `it begins with ##TITLE= and holds ##${data.toUpperCase()}=`, version: 'without a version' }
  return hasBarePairs(text) ? { confidence: 'certain', why: 'it begins with ##TITLE=, names both units and then lists pairs of numbers', version: 'without a version' } : null
}

function read({ bytes }: ReadableFile): ReadResult {
  if (bytes.length > MOST_BYTES) throw new ReadError('The JCAMP-DX file is larger than 200 MB; export the spectra one by one.')
  const text = withDataLabel(wholeLines(decodeText(bytes).text))
  for (const [, declared] of text.matchAll(/##\s*NPOINTS\s*=\s*(\d{1,15})/gi)) {
    if (Number(declared) > MOST_POINTS_PER_BYTE * bytes.length) throw new ReadError(`NPOINTS says ${declared} points, more than the file can hold; it is damaged, export the spectrum again.`)
  }
  const blocks = blocksIn(text)
  if (blocks.length === 0) throw new ReadError('The JCAMP-DX file holds no spectrum that can be read; it was cut off or holds only peaks or structures.')
  return { measurements: spectraOf(blocks).map(measurementOf) }
}

/** The decoder trips over some measurements of two dimensions, and leaves the others out. */
function blocksIn(text: string): JcampBlock[] {
  let problem: unknown = null
  let blocks: JcampBlock[] = []
  try {
    blocks = jcampBlocks(withoutExponents(withPoints(text)).replace(/^[ \t]+##/gm, '##').replace(/^(##[^=\r\n]*=[^\r\n$]*?)[ \t]*\$\$[^\r\n]*/gm, '$1').replace(/^##\s*XY\s?POINTS\s*=/gim, '##XYDATA='))
  } catch (error) {
    problem = error
  }
  if (blocks.length === 0 && /^##\s*(?:NUM ?DIM\s*=\s*[2-9]|NTUPLES\s*=\s*n ?D ?NMR)/im.test(text)) throw new ReadError('This is an NMR measurement of two dimensions, which is not read; export a one-dimensional spectrum or its projections.')
  if (problem !== null) throw problem
  return blocks
}

/** Packed numbers do not show that they are cut: without its ##END= a file keeps only the lines that have an end. */
const wholeLines = (text: string): string => (/##\s*END\s*=[^\r\n]*$/i.test(text.trimEnd()) ? text : text.slice(0, Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1))

const xKinds: readonly (readonly [RegExp, QuantityKind])[] = [[/^(NANOMETERS?|NM|MICROMETERS?|UM|WAVELENGTH \((NM|UM)\))$/i, 'wavelength'], [/^(1\/CM|CM-1|CM\^-1|WAVENUMBERS?( \((CM-1|1\/CM)\))?|RAMAN SHIFT.*)$/i, 'wavenumber'], [/^(GAUSS|G|TESLA|T|MT)$/i, 'field'], [/^(SECONDS?|S)$/i, 'time'], [/^(VOLTS?|V|(VOLTAGE|V) VS .*)$/i, 'potential'], [/^(DEGREES CELSIUS|KELVINS?)$/i, 'temperature']]
const yKinds: readonly (readonly [RegExp, QuantityKind])[] = [[/^ABSORBANCE( UNITS)?$/i, 'absorbance'], [/^(TRANSMITTANCE|%T|REFLECTANCE|COUNTS|RELATIVE (ABUNDANCE|INTENSITY)|ARBITRARY UNITS|INTENSITY|RAMAN INTENSITY)$/i, 'intensity']]
/** Axes that are known by their name, whatever stands behind it: '2ϴ [°]', 'DEGREES 2-THETA', 'Binding energy [eV]'. */
const namedAxes: readonly (readonly [RegExp, QuantityKind])[] = [[/(^|\bDEGREES?[ ,(]*)2[ -]?(THETA|[θϴΘ])/i, 'two_theta'], [/^(BINDING|BONDING) ENERGY\b/i, 'binding_energy']]
const kindOf = (kinds: typeof xKinds, unit: string): QuantityKind => kinds.find(([pattern]) => pattern.test(unit.trim()))?.[1] ?? 'other'
/** 'A' is absorbance over a wavelength and current over a potential. */
function yKindOf(unit: string, xKind: QuantityKind): QuantityKind {
  if (/^(A|ABS|AU)$/i.test(unit.trim()) && (xKind === 'wavelength' || xKind === 'wavenumber')) return 'absorbance'
  if (/^(AMPERES?|A|MA|UA)$/i.test(unit.trim()) && (xKind === 'potential' || xKind === 'time')) return 'current'
  return kindOf(yKinds, unit)
}

function measurementOf({ block, imaginary }: JcampSpectrum): Measurement {
  const { title, labels, y, xUnits } = block
  const { x, warnings, complete } = checked(block)
  const axis = named(xUnits, 'x')
  const xKind = namedAxes.find(([pattern]) => pattern.test(xUnits.trim()))?.[1] ?? kindOf(xKinds, axis.unit)
  // An imaginary part without its real one is no spectrum to look at.
  const technique = partOf(block) === 'imaginary' || isPeaks(block) ? 'OTHER' : techniqueOf(block, xKind)
  const settings: NamedValue[] = [...labels].filter(([name, value]) => value.length <= 400 && !/^(XYDATA|XYPOINTS|PEAKTABLE|DATATABLE|PAGE)$/.test(name)).map(([name, value]) => ({ name, value }))
  const signal = named(block.yUnits, 'y')
  const isNmr = /NMR/i.test(block.dataType)
  return {
    technique, title: title.trim(), segments: [], settings, header: {}, startedAt: startOf(labels), signConvention: null,
    warnings: [...warnings, ...(isPeaks(block) ? ['This is a table of peaks, no spectrum.'] : []), ...(isFid(block) ? ['This is the free induction decay; for areas export the processed spectrum.'] : [])], complete,
    columns: [
      { ...axis, quantity: xKind, values: x }, { ...signal, quantity: isNmr ? 'intensity' : yKindOf(signal.unit, xKind), values: y },
      ...(imaginary ? [{ ...named(imaginary.yUnits, 'imaginary'), quantity: 'other', values: imaginary.y } as const] : [])
    ],
    facts: [{ name: 'dataType', value: block.dataType }, ...nmrFacts(block)]
  }
}

/** Beside its spectrum NMR software exports the peaks that somebody picked or assigned. */
const isPeaks = ({ dataType }: JcampBlock): boolean => /PEAK ?(TABLE|ASSIGNMENTS)/i.test(dataType)

/** 'SPECTRUM/REAL [ARBITRARY UNITS]' has a name of its own. */
function named(text: string, name: string): { readonly name: string; readonly unit: string } {
  const own = /^(.+?)\s*\[(.*)\]$/.exec(text.trim())
  return own ? { name: own[1]!, unit: own[2]!.trim() } : { name, unit: text }
}

/** XUNITS and the range of x decide; DATA TYPE only between what they leave open. */
function techniqueOf({ dataType, x, xUnits }: JcampBlock, xKind: QuantityKind): Technique {
  const [low, high] = [Math.min(x[0]!, x[x.length - 1]!), Math.max(x[0]!, x[x.length - 1]!)]
  if (xKind === 'wavelength' && /^(NANOMETERS?|NM)$/i.test(xUnits.trim()) && low >= 100 && high <= 3500) return 'UVVIS'
  if (/NEUTRON/i.test(dataType)) return 'OTHER'
  if (xKind === 'wavenumber') return /RAMAN/i.test(dataType) ? 'RAMAN' : 'IR'
  if (xKind === 'two_theta' || /X-?RAY.*DIFFRACT|\bXRD\b/i.test(dataType)) return xKind === 'two_theta' ? 'XRD' : 'OTHER'
  if (xKind === 'binding_energy') return 'XPS'
  if (/NMR\s*FID/i.test(dataType)) return 'OTHER'
  if (/NMR/i.test(dataType)) return 'NMR'
  if (/(EPR|ESR)/i.test(dataType) || xKind === 'field') return 'EPR'
  if (/(UV|VIS)/i.test(dataType)) return 'UVVIS'
  return /INFRARED/i.test(dataType) ? 'IR' : 'OTHER'
}

/** The axis, and what the file says of its own data and does not hold. */
function checked({ labels, x, y, xUnits, dataType }: JcampBlock): { readonly x: Float64Array; readonly warnings: readonly string[]; readonly complete: boolean } {
  const number = (name: string): number => Number.parseFloat(labels.get(name) ?? 'NaN')
  const n = x.length
  const span = Math.abs(x[n - 1]! - x[0]!) || 1
  const [points, firstX, lastX, deltaX] = [number(labels.has('NPOINTS') ? 'NPOINTS' : 'VARDIM'), number('FIRSTX'), number('LASTX'), number('DELTAX')]
  // Written by some spectrometers: one more than there are, with an axis that fits what is there.
  if (points > 0 && points !== n && Math.abs(firstX + (n - 1) * deltaX - lastX) < Math.abs(deltaX) / 2) {
    return { x: Float64Array.from(x, (_, i) => firstX + ((lastX - firstX) * i) / (n - 1)), complete: true, warnings: [`NPOINTS says ${points}; the file holds the ${n} points from FIRSTX to LASTX in steps of DELTAX.`] }
  }
  const found: string[] = []
  if (points > 0 && points !== n && !/ASSIGNMENTS/i.test(dataType)) found.push(`The file announces ${points} points and holds ${n}: it was cut off or is damaged.`)
  const observe = number('.OBSERVEFREQUENCY')
  const isPpm = /^PPM$/i.test(xUnits.trim()) && /^HZ$/i.test((labels.get('XUNITS') ?? '').trim()) && observe > 0
  if (isPpm && points === n && Math.abs(Math.abs(lastX - firstX) / observe - span) > 2e-3 * span) found.push(`FIRSTX and LASTX are ${Math.abs(lastX - firstX)} Hz apart, the data ${Number((span * observe).toPrecision(7))} Hz.`)
  for (const [name, said, value] of [['FIRSTX', firstX, x[0]!], ['LASTX', lastX, x[n - 1]!]] as const) {
    if (!isPpm && Number.isFinite(said) && points === n && Math.abs(said - value) > 2e-3 * span) found.push(`${name} says ${said}, the data ${Number(value.toPrecision(7))}.`)
  }
  const firstY = number('FIRSTY')
  // 0 is what programs write that do not fill the label; others print few digits of it, or of the number before it became a whole one.
  const nearest = Math.max(1e-3 * Math.max(Math.abs(firstY), ...y.slice(0, 100).map(Math.abs)), lastDigitOf((labels.get('FIRSTY') ?? '').slice(0, 40)), isWhole(y[0]! / number('YFACTOR')) ? Math.abs(number('YFACTOR')) : 0)
  if (Number.isFinite(firstY) && firstY !== 0 && Math.abs(firstY - y[0]!) > nearest) found.push(`FIRSTY says ${firstY}, the data ${Number(y[0]!.toPrecision(7))}.`)
  return { x, warnings: found, complete: found.length === 0 }
}

const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < 1e-6

/** What the last printed digit is worth: 0.01 of '2.98', 0.001 of '4.1E-2'. */
function lastDigitOf(text: string): number {
  const [, part = '', exponent = '0'] = /^\s*[+-]?\d*\.?(\d*)(?:[eE]([+-]?\d{1,3}))?\s*$/.exec(text) ?? []
  return 10 ** (Number(exponent) - part.length) * (/\./.test(text) ? 1 : 0)
}

/** ##LONGDATE= or ##DATE= yy/mm/dd with ##TIME=; anything else is ambiguous. */
function startOf(labels: ReadonlyMap<string, string>): string | null {
  const long = /^(\d{4})[/-](\d{2})[/-](\d{2})(?:[ T](\d{2}:\d{2}:\d{2})(?:\.\d+)?(?:\s*([+-]\d{2}):?(\d{2}))?)?/.exec(labels.get('LONGDATE') ?? '')
  if (long) return `${long[1]}-${long[2]}-${long[3]}${long[4] ? `T${long[4]}${long[5] && long[6] ? `${long[5]}:${long[6]}` : ''}` : ''}`
  const short = /^(\d{2})\/(\d{2})\/(\d{2})$/.exec(labels.get('DATE') ?? '')
  const time = /^\d{2}:\d{2}:\d{2}$/.exec(labels.get('TIME') ?? '')
  if (!short || Number(short[2]) > 12) return null
  return `${Number(short[1]) > 60 ? '19' : '20'}${short[1]}-${short[2]}-${short[3]}${time ? `T${time[0]}` : ''}`
}

export const jcampDx: Reader = { id: 'jcamp-dx', format: 'JCAMP-DX (.jdx, .dx)', vendor: 'IUPAC', recognises, read }
