/**
 * The XML footer of SPE 3 (LightField): DataFormat / DataBlock type="Frame" (count, stride, pixelFormat, calibrations) with a DataBlock
 * type="Region" for each region (width, height, size); Calibrations / WavelengthMapping (laserLine) with Wavelength, SensorMapping (x, binning);
 * MetaFormat / MetaBlock: what stands behind the pixels of each frame, in order; DataHistories / … / Origin: when and with which settings.
 * Traps: the wavelengths are those of the region or of the whole detector; a region is stored by its height too.
 */
import type { NamedValue } from '../../measurement'
import { ReadError } from '../reader'
import { numberList } from '../xml/numberList'
import { childrenOf, descendants, elementAt, textAt, type XmlElement } from '../xml/xmlTree'
import { laserLine, pixelAxis, wavelengthAxis, type Axis } from './spectrumAxis'
import { typesByName, type NumberType } from './speNumbers'

const attribute = (element: XmlElement | undefined, name: string): string => element?.attributes.get(name) ?? ''
const count = (element: XmlElement | undefined, name: string): number => (attribute(element, name) === '' ? NaN : Number(attribute(element, name)))
const idsOf = (element: XmlElement | undefined): string[] => attribute(element, 'calibrations').split(',').map((id) => id.trim())

export interface FooterRegion { readonly points: number; readonly rows: number; /** From the beginning of a frame. */ readonly offset: number; readonly axis: Axis }
export interface FooterLayout { readonly frames: number; readonly stride: number; /** Without what stands behind the pixels. */ readonly size: number; readonly type: NumberType; readonly regions: readonly FooterRegion[] }

/** `room`: bytes between header and footer. Null: the footer was cut off before its end. */
export function footerLayout(root: XmlElement | null, room: number): FooterLayout | null {
  const format = elementAt(root ?? undefined, 'DataFormat')
  const frame = childrenOf(format, 'DataBlock').find((block) => attribute(block, 'type') === 'Frame')
  if (!root || !format?.isClosed || !frame) return null
  const type = typesByName.get(attribute(frame, 'pixelFormat'))
  if (!type) throw new ReadError(`The file holds numbers of the type "${attribute(frame, 'pixelFormat').slice(0, 40)}", which is not read; export the spectra from LightField as text.`)
  const [frames, stride] = [count(frame, 'count'), count(frame, 'stride')]
  let offset = 0
  const regions = childrenOf(frame, 'DataBlock').filter((block) => attribute(block, 'type') === 'Region').map((block): FooterRegion => {
    const [points, rows, own] = [count(block, 'width'), count(block, 'height'), offset]
    const size = points * rows * type.size
    if (!(Number.isSafeInteger(points) && points > 0) || !(Number.isSafeInteger(rows) && rows > 0) || count(block, 'size') !== size || offset + size > room || count(block, 'count') !== 1) {
      throw new ReadError(`The footer describes a region of ${attribute(block, 'width')} × ${attribute(block, 'height')} points in ${attribute(block, 'size')} bytes, which the file does not hold in that way; copy it again or export the spectra from LightField as text.`)
    }
    offset += size
    return { points, rows, offset: own, axis: axisOf(root, frame, block, points) }
  })
  if (regions.length === 0 || !Number.isSafeInteger(frames) || frames < 1 || !Number.isSafeInteger(stride) || stride < offset) {
    throw new ReadError(`The footer announces ${attribute(frame, 'count')} frames of ${attribute(frame, 'stride')} bytes, which do not hold its regions; the file is damaged, copy it again.`)
  }
  return { frames, stride, size: offset, type, regions }
}

function axisOf(root: XmlElement, frame: XmlElement, region: XmlElement, points: number): Axis {
  const calibrations = elementAt(root, 'Calibrations')
  const ids = [...idsOf(region), ...idsOf(frame)]
  const ofRegion = (name: string): XmlElement | undefined => childrenOf(calibrations, name).find((element) => ids.includes(attribute(element, 'id')))
  const mapping = ofRegion('WavelengthMapping')
  if (!mapping) return pixelAxis(points, [])
  const laser_nm = laserLine(count(mapping, 'laserLine'))
  const plain = elementAt(mapping, 'Wavelength')
  const element = plain ?? elementAt(mapping, 'WavelengthError')
  const list = numberList(element?.isClosed ? element.text : '')
  // Pairs of wavelength and error.
  const values = plain ? list.values : list.values.filter((_, i) => i % 2 === 0)
  const [sensor, place] = [ofRegion('SensorInformation'), ofRegion('SensorMapping')]
  const from = count(place, 'x')
  const isOfDetector = attribute(sensor, 'orientation') === 'Normal' && count(place, 'xBinning') === 1 && from >= 0 && values.length === count(sensor, 'width') && values.length >= from + points
  const nm = values.length === points ? values : isOfDetector ? values.slice(from, from + points) : null
  if (!nm || list.damaged > 0 || !nm.every((value) => value > 0)) return pixelAxis(points, [`The file holds ${values.length} wavelengths, which cannot be laid on the ${points} points of its spectra: the axis is given in pixels.`], laser_nm)
  return wavelengthAxis(nm, laser_nm, false, [])
}

export interface FrameTime { /** From the beginning of a frame. */ readonly offset: number; readonly perSecond: number; readonly absolute: string }

/** Where each frame says when its exposure began; null where none does. */
export function frameTimeOf(root: XmlElement, size: number, stride: number): FrameTime | null {
  const frame = childrenOf(elementAt(root, 'DataFormat'), 'DataBlock')[0]
  const block = childrenOf(elementAt(root, 'MetaFormat'), 'MetaBlock').find((element) => attribute(element, 'id') === attribute(frame, 'metaFormat'))
  let offset = size
  for (const field of block?.children ?? []) {
    const [bits, perSecond] = [count(field, 'bitDepth'), count(field, 'resolution')]
    if (field.name === 'TimeStamp' && attribute(field, 'event') === 'ExposureStarted') {
      return bits === 64 && attribute(field, 'type') === 'Int64' && perSecond > 0 && offset + 8 <= stride ? { offset, perSecond, absolute: attribute(field, 'absoluteTime') } : null
    }
    if (!(bits > 0)) return null
    offset += bits / 8
  }
  return null
}

export const originOf = (root: XmlElement): XmlElement | undefined => descendants(elementAt(root, 'DataHistories'), 'Origin')[0]

/** With the zone; LightField writes seven decimals of the second. */
export function isoOf(text: string): string | null {
  const match = /^(\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\d)(?:\.\d{1,9})?(Z|[+-]\d{2}:\d{2})?$/.exec(text)
  return match ? `${match[1]}${match[2] ?? ''}` : null
}
export const createdAt = (root: XmlElement): string | null => isoOf(attribute(originOf(root), 'created'))

export function footerSettings(root: XmlElement): NamedValue[] {
  const origin = originOf(root)
  const experiment = elementAt(origin, 'Experiment')
  const camera = elementAt(experiment, 'Devices', 'Cameras', 'Camera')
  const spectrometer = elementAt(experiment, 'Devices', 'Spectrometers', 'Spectrometer')
  const corrections = elementAt(camera, 'Experiment', 'OnlineCorrections')
  const combination = elementAt(camera, 'Experiment', 'OnlineProcessing', 'FrameCombination')
  const program = [attribute(origin, 'software'), attribute(origin, 'softwareVersion')].join(' ').trim()
  const isCombined = Number(textAt(combination, 'FramesCombined')) > 1
  const said: readonly (readonly [string, string])[] = [
    ['Program', program], ['Creator', attribute(origin, 'creator')], ['Camera', attribute(elementAt(experiment, 'System', 'Cameras', 'Camera'), 'model')],
    ['Spectrometer', attribute(elementAt(experiment, 'System', 'Spectrometers', 'Spectrometer'), 'model')], ['Exposure (ms)', textAt(camera, 'ShutterTiming', 'ExposureTime')],
    ['Frames combined', isCombined ? textAt(combination, 'FramesCombined') : ''], ['Frame combination', isCombined ? textAt(combination, 'Method') : ''],
    ['Detector temperature (°C)', textAt(camera, 'Sensor', 'Temperature', 'Reading')], ['Grating', textAt(spectrometer, 'Grating', 'Selected')], ['Center wavelength (nm)', textAt(spectrometer, 'Grating', 'CenterWavelength')],
    ...['BackgroundCorrection', 'FlatfieldCorrection', 'CosmicRayCorrection'].map((name) => [name, textAt(corrections, name, 'Enabled')] as const),
    ['IntensityCalibration', textAt(spectrometer, 'Experiment', 'IntensityCalibration', 'Enabled')], ['Notes', textAt(elementAt(root, 'GeneralInformation'), 'Notes')]
  ]
  return said.filter(([, value]) => value !== '').map(([name, value]) => ({ name, value: Number.isFinite(Number(value)) ? Number(value) : value }))
}
