import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { dBandFromPdos } from '../../src/shared/analyses/dBandFromPdos'
import type { SettingValue } from '../../src/shared/analyses/analysis'
import type { Measurement } from '../../src/shared/measurement'
import { vaspDoscar } from '../../src/shared/readers/vaspDoscar/vaspDoscar'
import { vaspRun } from '../../src/shared/readers/vaspRun/vaspRun'
import { project } from '../shared/analyses/project'

type Numbers = Record<string, number | null>
interface FileFacts { readonly file: string; readonly expected: { readonly d_band?: Record<string, Numbers & Record<string, Numbers>> } }

const root = process.env['RUM_CORPUS'] ?? fileURLToPath(new URL('../../../shared/data', import.meta.url))
const manifest = join(root, 'mechanism/MANIFEST.json')
const all = existsSync(manifest) ? (JSON.parse(readFileSync(manifest, 'utf8')) as { files: FileFacts[] }).files : []
const files = all.filter(({ file, expected }) => /DOSCAR|vasprun/.test(file) && expected.d_band)
if (files.length === 0) console.info(`d-band corpus: all 6 files skipped, no ${manifest}`)

function read(file: string): Measurement {
  const raw = readFileSync(join(root, 'mechanism', file))
  const bytes = new Uint8Array(file.endsWith('.gz') ? gunzipSync(raw) : raw)
  return (file.includes('DOSCAR') ? vaspDoscar : vaspRun).read({ name: file.includes('DOSCAR') ? 'DOSCAR' : 'vasprun.xml', bytes }).measurements[0]!
}

/** 'all_atoms', 'atom_2_Ag', 'Fe_atoms_1-12', 'Ag' → what a user types. */
const atomsOf = (key: string): string => /atoms?_(\d+(?:-\d+)?)/.exec(key)?.[1] ?? (key === 'all_atoms' ? '' : key)

describe.skipIf(files.length === 0)('d bands of real calculations, as the card gives them', () => {
  it.each(files.map((file) => [file.file, file.expected.d_band!] as const))('%s', (file, expected) => {
    const measured = read(file)
    let compared = 0
    for (const [key, band] of Object.entries(expected)) {
      const numbers = (settings: Record<string, SettingValue>): ((metric: string, window?: string) => number | undefined) => {
        const { results } = project([{ path: file, fields: { catalyst: 'A' }, measured }], [dBandFromPdos], { settings: { atoms: atomsOf(key), ...settings } }).of('d-band-pdos', 'A')
        return (metric, window) => results.find((result) => result.metric === metric && (window === undefined || result.conditions.window === window))?.value
      }
      const summed = numbers({})
      const agree = (expectedValue: number | null | undefined, value: number | undefined): void => {
        if (typeof expectedValue !== 'number') return
        expect([key, Math.abs((value ?? NaN) - expectedValue) < 1e-4]).toEqual([key, true])
        compared += 1
      }
      const window = (name: string, text: string): void => {
        const stated = band[`window_${name}`]?.center ?? band[`center_${name.replace('-10_', 'm10_')}`]
        agree(stated, summed('d_band_centre_window_dft', text))
      }
      agree(band.full?.center ?? band.center_full, summed('d_band_centre_dft'))
      agree(band.full?.width_about_center ?? band.width_full, summed('d_band_width_dft'))
      agree(band.filling_e_lt_0_over_full ?? band.filling, summed('d_band_filling_dft'))
      agree(band.full_up_to_EF?.center, summed('d_band_centre_window_dft', 'the grid up to the Fermi level'))
      window('-10_0', '\u221210 … 0 eV')
      window('-10_5', '\u221210 … 5 eV')
      agree(band.center_full_up, summed('d_band_centre_up_dft'))
      agree(band.center_full_down, summed('d_band_centre_down_dft'))
      if (band.center_full_up !== undefined) agree(band.center_full_up, numbers({ spin: 'up' })('d_band_centre_dft'))
      if (band['center_-10_0_up'] !== undefined) agree(band['center_-10_0_up'], numbers({ spin: 'up', window: '-10 to 0 eV' })('d_band_centre_dft'))
    }
    const hasBand = Object.values(expected).some((band) => (band.full ?? band.center_full ?? null) !== null)
    expect(compared > 0).toBe(hasBand)
  })
})
