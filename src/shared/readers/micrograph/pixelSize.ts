import type { Picture } from './decodePicture'

const NM: Readonly<Record<string, number>> = { pm: 1e-3, nm: 1, um: 1e3, µm: 1e3, μm: 1e3, micron: 1e3, mm: 1e6, cm: 1e7, m: 1e9 }
/** Resolutions for print (72 … 1200 per inch) are no scale of a microscope: its pixels are smaller than 10 µm. */
const LARGEST_NM = 1e4

export interface PixelSize { readonly nm: number; readonly from: string }

/** Size of a pixel as the microscope wrote it into the file: Thermo Fisher / FEI, Zeiss, ImageJ, or the resolution of the picture; null for none. */
export function pixelSize({ texts, perMetre, perUnit }: Picture): PixelSize | null {
  for (const text of texts) {
    const found = fei(text) ?? zeiss(text) ?? imageJ(text, perUnit)
    if (found && found.nm > 0 && found.nm < LARGEST_NM) return found
  }
  const nm = perMetre === null ? NaN : 1e9 / perMetre
  return nm > 0 && nm < LARGEST_NM ? { nm, from: 'resolution of the picture' } : null
}

function fei(text: string): PixelSize | null {
  const metres = Number(/^PixelWidth=([-+.\deE]+)/m.exec(text)?.[1])
  return metres > 0 ? { nm: metres * 1e9, from: 'PixelWidth' } : null
}

function zeiss(text: string): PixelSize | null {
  const [, number, unit] = /^(?:Image )?Pixel Size = ([\d.]+)\s*(pm|nm|um|µm|μm|mm)/m.exec(text) ?? []
  return number === undefined ? null : { nm: Number(number) * NM[unit!]!, from: 'Pixel Size' }
}

/** ImageJ names the unit in its description; how many pixels it has is the resolution, which then has no unit of its own. */
function imageJ(text: string, perUnit: number | null): PixelSize | null {
  const unit = /^ImageJ=/m.test(text) ? /^unit=(\\u00B5m|\S+)/m.exec(text)?.[1] : undefined
  const factor = unit === undefined ? undefined : NM[unit === '\\u00B5m' ? 'µm' : unit]
  return factor !== undefined && perUnit !== null ? { nm: factor / perUnit, from: 'ImageJ' } : null
}
