import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Measurement } from '../../src/shared/measurement'
import { vaspDoscar } from '../../src/shared/readers/vaspDoscar/vaspDoscar'

interface Band {
  full: { center: number; states: number } | null
}
interface Expected {
  header_line1: number[]
  nions: number
  nedos: number
  efermi: number
  emin: number
  emax: number
  energy_step: number
  total_columns: number
  ispin: 1 | 2
  n_pdos_blocks: number
  pdos_columns: number
  layout: string
  integrated_dos_last: number[]
  state_count_check: { volume_per_atom_A3: number; ratio_trapz_over_integrated: number[] }
  d_band?: Record<string, Band>
}
interface FileFacts {
  file: string
  expected: Expected
  dos_grid_ok_within_2_percent?: boolean
}

const root = process.env['RUM_CORPUS'] ?? fileURLToPath(new URL('../../../shared/data', import.meta.url))
const manifest = join(root, 'mechanism/MANIFEST.json')
const files = existsSync(manifest)
  ? (JSON.parse(readFileSync(manifest, 'utf8')) as { files: FileFacts[] }).files.filter(({ file }) => /DOSCAR/.test(file))
  : []
if (files.length === 0) console.info(`DOSCAR corpus: all 4 files skipped, no ${manifest}`)

const factOf = ({ facts }: Measurement, name: string) => facts.find((fact) => fact.name === name)?.value

/** Centre of the d states of some atoms relative to E_F, and how many there are; null: none. */
function dBand(measurement: Measurement, atoms: (atom: number) => boolean): { center: number; states: number } | null {
  const energy = measurement.columns[0]!.values
  const density = new Float64Array(energy.length)
  for (const { name, quantity, values } of measurement.columns) {
    const atom = quantity === 'dos' ? /^atom (\d+) d/.exec(name)?.[1] : undefined
    if (atom !== undefined && atoms(Number(atom)))
      values.forEach((value, i) => {
        density[i] = density[i]! + value
      })
  }
  let states = 0
  let moment = 0
  for (let i = 1; i < energy.length; i++) {
    const width = energy[i]! - energy[i - 1]!
    states += ((density[i]! + density[i - 1]!) / 2) * width
    moment += ((density[i]! * energy[i]! + density[i - 1]! * energy[i - 1]!) / 2) * width
  }
  return states < 1e-6 ? null : { center: moment / states - Number(factOf(measurement, 'fermiEnergy_eV')), states }
}

/** 'all_atoms', 'atom_2_Ag', 'Fe_atoms_1-12' */
function atomsOf(key: string): (atom: number) => boolean {
  const range = /atoms_(\d+)-(\d+)$/.exec(key)
  if (range) return (atom) => atom >= Number(range[1]) && atom <= Number(range[2])
  const one = /^atom_(\d+)/.exec(key)
  return one ? (atom) => atom === Number(one[1]) : () => true
}

describe.skipIf(files.length === 0)('DOSCAR files of the corpus', () => {
  it.each(files.map((file) => [file.file, file] as const))('%s', (name, { expected, dos_grid_ok_within_2_percent }) => {
    const raw = readFileSync(join(root, 'mechanism', name))
    const bytes = new Uint8Array(name.endsWith('.gz') ? gunzipSync(raw) : raw)
    expect(vaspDoscar.recognises({ name, bytes: bytes.subarray(0, 65_536), size: bytes.length })?.confidence).toBe('certain')
    const measurement = vaspDoscar.read({ name: 'DOSCAR', bytes }).measurements[0]!
    const facts = {
      nions: expected.nions,
      nedos: expected.nedos,
      fermiEnergy_eV: expected.efermi,
      eMin_eV: expected.emin,
      eMax_eV: expected.emax,
      ispin: expected.ispin,
      layout: expected.layout,
      pdosBlocks: expected.n_pdos_blocks,
      pdosColumns: expected.pdos_columns
    }
    for (const [key, value] of Object.entries(facts)) expect([key, factOf(measurement, key)]).toEqual([key, value])
    expect(factOf(measurement, 'nions')).toBe(expected.header_line1[0])
    expect(factOf(measurement, 'volumePerAtom_A3')).toBeCloseTo(expected.state_count_check.volume_per_atom_A3, 5)
    expect(measurement.complete).toBe(true)

    const energy = measurement.columns[0]!.values
    expect(energy).toHaveLength(expected.nedos)
    expect(Math.abs((energy.at(-1)! - energy[0]!) / (energy.length - 1) - expected.energy_step)).toBeLessThan(2e-3)
    expect(measurement.columns.filter(({ name: column }) => /^(energy|total|integrated)/.test(column))).toHaveLength(expected.total_columns)
    expect(measurement.columns).toHaveLength(expected.total_columns + expected.n_pdos_blocks * Math.max(0, expected.pdos_columns - 1))
    expect(measurement.columns.filter(({ name: column }) => column.startsWith('integrated')).map(({ values }) => values.at(-1))).toEqual(
      expected.integrated_dos_last
    )

    const ratios = expected.ispin === 1 ? ['stateCountRatio'] : ['stateCountRatioUp', 'stateCountRatioDown']
    ratios.forEach((key, i) => expect(factOf(measurement, key)).toBeCloseTo(expected.state_count_check.ratio_trapz_over_integrated[i]!, 5))
    const isCoarse = Math.abs(Number(factOf(measurement, 'stateCountRatio')) - 1) > 0.02
    if (dos_grid_ok_within_2_percent !== undefined) expect(isCoarse).toBe(!dos_grid_ok_within_2_percent)
    expect(measurement.warnings.some((warning) => /grid is too coarse/.test(warning))).toBe(isCoarse)
    expect(measurement.warnings.some((warning) => warning.includes('LORBIT = 11'))).toBe(expected.n_pdos_blocks === 0)

    for (const [key, { full }] of Object.entries(expected.d_band ?? {})) {
      const band = dBand(measurement, atomsOf(key))
      if (full === null) expect([key, band]).toEqual([key, null])
      else {
        expect(band?.center).toBeCloseTo(full.center, 4)
        expect(band?.states).toBeCloseTo(full.states, 4)
      }
    }
  })
})
