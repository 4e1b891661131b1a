import { randomOf } from './random'
import { SIMULATED } from './recording'
import type { SimulatedFile } from './simulatedFile'

const side_px = 320
const pixel_nm = 0.03

/**
 * A particle whose lattice fringes have the printed spacing, on an uneven support: a TIFF of 8 bits with the size of its pixels where a
 * Thermo Fisher microscope writes it (tag 34682).
 */
export function simulatedMicrograph(catalyst: string, spacing_nm: number, seed: number): SimulatedFile {
  const random = randomOf(seed, `${catalyst} micrograph`)
  const tilt = 0.4 + 0.8 * random.uniform()
  const waves = Array.from({ length: 12 }, () => ({ x: 0.04 * random.normal(), y: 0.04 * random.normal(), phase: 2 * Math.PI * random.uniform() }))
  let pixels = ''
  for (let y = 0; y < side_px; y += 1) {
    for (let x = 0; x < side_px; x += 1) {
      const support = waves.reduce((sum, wave) => sum + Math.sin(wave.x * x + wave.y * y + wave.phase), 0)
      const [u, v] = [(x - side_px / 2) * pixel_nm, (y - side_px / 2) * pixel_nm]
      const inside = 1 / (1 + Math.exp((Math.hypot(u, 1.15 * v) - 3.1) / 0.12))
      const fringe = Math.cos((2 * Math.PI * (u * Math.cos(tilt) + v * Math.sin(tilt))) / spacing_nm)
      const grey = 168 + 4 * support - inside * (58 - 34 * fringe) + 9 * random.normal()
      pixels += String.fromCharCode(Math.max(0, Math.min(255, Math.round(grey))))
    }
  }
  return { path: `${catalyst}/TEM/${catalyst}_HRTEM.tif`, text: tiff(pixels, SIMULATED, `PixelWidth=${(pixel_nm * 1e-9).toExponential(3)}\r\n`), encoding: 'latin1' }
}

/** TIFF 6.0, little-endian, one strip of grey. */
function tiff(pixels: string, description: string, microscope: string): string {
  const texts = [`${description}\0`, `${microscope}\0`].map((text) => (text.length % 2 ? `${text}\0` : text))
  const at = [8 + pixels.length, 8 + pixels.length + texts[0]!.length]
  const entries: readonly (readonly [tag: number, type: 2 | 3 | 4, count: number, value: number])[] = [
    [256, 4, 1, side_px], [257, 4, 1, side_px], [258, 3, 1, 8], [259, 3, 1, 1], [262, 3, 1, 1], [270, 2, texts[0]!.length, at[0]!], [273, 4, 1, 8], [277, 3, 1, 1], [278, 4, 1, side_px], [279, 4, 1, pixels.length],
    [34682, 2, texts[1]!.length, at[1]!]
  ]
  const u16 = (value: number): string => String.fromCharCode(value & 255, (value >>> 8) & 255)
  const u32 = (value: number): string => u16(value & 65535) + u16(value >>> 16)
  return `II*\0${u32(at[1]! + texts[1]!.length)}${pixels}${texts.join('')}${u16(entries.length)}${entries.map(([tag, type, count, value]) => u16(tag) + u16(type) + u32(count) + u32(value)).join('')}${u32(0)}`
}
