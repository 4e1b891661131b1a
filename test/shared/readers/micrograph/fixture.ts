import type { Fixture } from '../fixture'
import { grey, jpegOf, pngOf, tiffOf } from './pictures'

const wave = (x: number, y: number): number => Math.round(127 + 100 * Math.sin(x / 3) * Math.cos(y / 5))

export const fixtures: readonly Fixture[] = [
  { reader: 'micrograph', name: 'RuFe-NC_TEM_01.png', bytes: pngOf(96, 64, grey(96, 64, wave)) },
  { reader: 'micrograph', name: 'RuFe-NC_SEM.jpg', bytes: jpegOf(96, 64, grey(96, 64, wave)) },
  { reader: 'micrograph', name: 'RuFe-NC_TEM_02.tif', bytes: tiffOf(96, 64, Uint16Array.from(grey(96, 64, wave), (value) => 200 * value), { feiText: 'PixelWidth=4.1e-011\r\n' }) }
]
