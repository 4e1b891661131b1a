import type { ImageFigure } from '../../figure'
import { message, type Message } from '../../message'
import type { Measurement } from '../../measurement'
import { kindOf } from '../../metadata/kindOf'
import type { Entry } from '../../project'
import { nameOfPath } from '../../storedPath'

/** As many are drawn; the rest is named. */
export const MOST_PICTURES = 6

/** What a record says of a picture: 'image, TEM, TEM_01.tif, 0.05 nm/px'. */
export interface PictureRow { readonly name: string; readonly value: string; readonly unit: string; readonly method: string; readonly note: string }

export const isPicture = (entry: Entry): boolean => kindOf(entry) === 'image'

/** The picture with its scale: as the record states it, else as the file does. One in colour of which neither says anything is only attached. */
export function pictureFigure(entry: Entry, measurement: Measurement, rows: readonly PictureRow[]): { readonly figure: ImageFigure; readonly need: Message | null } {
  const file = nameOfPath(entry.path)
  const row = rows.find(({ value }) => value.trim().toLowerCase() === file.toLowerCase())
  const fact = (name: string): number => Number(measurement.facts.find((one) => one.name === name)?.value)
  const [width, height] = [fact('columns'), fact('rows')]
  const stated = row ? statedScale([row.unit, row.method, row.note].join(' ')) : null
  const ofFile = fact('pixelSize_nm')
  const size_nm = stated ?? (ofFile > 0 ? ofFile : null)
  const isAttached = size_nm === null && !row && measurement.facts.some(({ name }) => name === 'isInColour')
  const title = [isAttached ? 'attached picture' : row?.name, file, row?.note].filter((text) => text !== undefined && text !== '').join(', ')
  return {
    // A pixel here stands for several of the file.
    figure: { kind: 'image', id: `picture-${entry.id}`, title, width, height, pixels: base64(measurement.columns[0]!.values), pixel_nm: size_nm === null ? null : (size_nm * fact('width_px')) / width },
    need: size_nm === null && !isAttached ? message('needs.scale', 'size of a pixel of {file}: the file does not state it; add a row image, {file}, 0.05 nm/px to the sample record', { file }) : null
  }
}

/** '0.05 nm/px', '1.2 µm/pixel' → nm. */
function statedScale(text: string): number | null {
  const [, number, unit] = /(\d+(?:[.,]\d+)?)\s*(pm|nm|um|µm|μm|Å)\s*(?:\/|per)\s*(?:px|pixel)/i.exec(text) ?? []
  const factor = { pm: 1e-3, nm: 1, um: 1e3, µm: 1e3, μm: 1e3, å: 0.1 }[unit?.toLowerCase() ?? '']
  return number === undefined || factor === undefined ? null : Number(number.replace(',', '.')) * factor
}

function base64(values: Float64Array): string {
  const parts: string[] = []
  for (let at = 0; at < values.length; at += 8192) parts.push(String.fromCharCode(...values.subarray(at, at + 8192)))
  return btoa(parts.join(''))
}
