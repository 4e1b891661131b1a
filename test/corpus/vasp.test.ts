import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { bandMoments, upperBandEdge_eV } from '../../src/shared/analyses/dBandFromPdos/bandMoments'
import { dDensity } from '../../src/shared/analyses/dBandFromPdos/dDensity'
import { columnOf, type Measurement } from '../../src/shared/measurement'
import { recognise } from '../../src/shared/readers'
import { orbitalName } from '../../src/shared/readers/vaspRun/orbitalNames'

interface Band {
  center_full: number | null
  width_full: number | null
  filling: number | null
  upper_edge: number | null
}
interface FileFacts<Expected> {
  file: string
  expected: Expected
}
interface OutcarExpected {
  nions: number | null
  ions_per_type: number[]
  elements: string[]
  ispin: number
  ionic_steps: number
  final_E_sigma0: number | null
  final_TOTEN: number | null
  efermi: number | null
  volume_A3: number | null
  has_timing_footer: boolean
  vasp: string
  vib?: { n_modes: number; real_cm1: number[]; imag_cm1: number[]; ZPE_eV_real_modes: number }
}
interface RunExpected {
  parse?: string
  bytes_unzipped: number
  vasp_version: string
  nions: number
  ispin: number
  efermi: number
  nedos: number
  emin: number
  emax: number
  final_energy_pmg: number
  ionic_steps: number
  converged_electronic: boolean
  converged_ionic: boolean
  ratio_trapz_over_integrated: number[]
  orbitals: string[]
  d_band: Record<string, Band>
}

const root = process.env['RUM_CORPUS'] ?? fileURLToPath(new URL('../../../shared/data', import.meta.url))
const manifest = join(root, 'mechanism/MANIFEST.json')
const all = existsSync(manifest) ? (JSON.parse(readFileSync(manifest, 'utf8')) as { files: FileFacts<unknown>[] }).files : []
const filesOf = <Expected>(pattern: RegExp) => all.filter(({ file }) => pattern.test(file)) as FileFacts<Expected>[]
if (all.length === 0) console.info(`VASP corpus: all 9 files skipped, no ${manifest}`)

function read(file: string, reader: string): Measurement {
  const raw = readFileSync(join(root, 'mechanism', file))
  const bytes = new Uint8Array(file.endsWith('.gz') ? gunzipSync(raw) : raw)
  const name = file.split('/').at(-1)!.replace(/\.gz$/, '')
  const [claim] = recognise({ name, bytes: bytes.subarray(0, 65_536), size: bytes.length })
  expect([claim?.reader.id, claim?.recognition.confidence]).toEqual([reader, 'certain'])
  return claim!.reader.read({ name, bytes }).measurements[0]!
}
const factOf = ({ facts }: Measurement, name: string) => facts.find((fact) => fact.name === name)?.value
const expectFacts = (measurement: Measurement, facts: Record<string, unknown>): void => {
  for (const [name, value] of Object.entries(facts)) expect([name, factOf(measurement, name)]).toEqual([name, value])
}

const runs = filesOf<RunExpected>(/vasprun/)
describe.skipIf(runs.length === 0)('vasprun.xml files of the corpus', () => {
  it.each(runs.filter(({ expected }) => expected.parse === undefined).map((file) => [file.file, file] as const))('%s', (name, { expected }) => {
    const run = read(name, 'vasp-run')
    expect(run).toMatchObject({ technique: 'DOS', complete: true, warnings: [] })
    expectFacts(run, {
      nions: expected.nions,
      ispin: expected.ispin,
      nedos: expected.nedos,
      ionicSteps: expected.ionic_steps,
      electronicConverged: expected.converged_electronic,
      eMin_eV: expected.emin,
      eMax_eV: expected.emax,
      pdosBlocks: expected.nions,
      pdosColumns: 1 + expected.orbitals.length * expected.ispin
    })
    expect(factOf(run, 'ionicConverged') ?? true).toBe(expected.converged_ionic)
    expect(factOf(run, 'fermiEnergy_eV')).toBeCloseTo(expected.efermi, 5)
    expect(factOf(run, 'energySigma0_eV')).toBeCloseTo(expected.final_energy_pmg, 5)
    const ratios = expected.ispin === 1 ? ['stateCountRatio'] : ['stateCountRatioUp', 'stateCountRatioDown']
    ratios.forEach((ratio, i) => expect(factOf(run, ratio)).toBeCloseTo(expected.ratio_trapz_over_integrated[i]!, 5))
    const orbitals = run.columns.flatMap(({ name: column }) => /^atom 1 (\S+)(?: up)?$/.exec(column)?.[1] ?? [])
    expect(orbitals).toEqual(expected.orbitals.map((orbital) => orbitalName(orbital.replace('f_', 'f-'))))

    const elements = String(factOf(run, 'elements')).split(' ')
    expect(elements).toHaveLength(expected.nions)
    for (const [element, band] of Object.entries(expected.d_band)) {
      const atoms = elements.flatMap((symbol, i) => (symbol === element ? [i + 1] : []))
      expect(atoms.length).toBeGreaterThan(0)
      const density = dDensity(run, new Set(atoms))!
      if (band.center_full === null) {
        expect(() => bandMoments(density.energy_eV, density.density)).toThrow(RangeError)
        continue
      }
      const moments = bandMoments(density.energy_eV, density.density)
      expect(Math.abs(moments.centre_eV - band.center_full)).toBeLessThan(1e-4)
      expect(Math.abs(moments.width_eV - band.width_full!)).toBeLessThan(1e-4)
      expect(Math.abs(upperBandEdge_eV(density.energy_eV, density.density)! - band.upper_edge!)).toBeLessThan(0.2)
      expect(Math.abs(moments.filling - band.filling!)).toBeLessThan(1e-5)
    }
  })

  it.each(runs.filter(({ expected }) => expected.parse !== undefined).map(({ file }) => [file] as const))('%s: what there is of it', (name) => {
    const run = read(name, 'vasp-run')
    expect([run.technique, run.complete]).toEqual(['OTHER', false])
    expectFacts(run, { nions: 25, ispin: 2, ionicSteps: 1, electronicSteps: 49, energySigma0_eV: -269.00551374, electronicConverged: undefined, fermiEnergy_eV: undefined })
    expect(run.warnings[0]).toMatch(/stopped or still runs; it holds 1 finished ionic steps/)
  })
})

const outcars = filesOf<OutcarExpected>(/OUTCAR/)
describe.skipIf(outcars.length === 0)('OUTCAR files of the corpus', () => {
  it.each(outcars.map((file) => [file.file, file] as const))('%s', (name, { expected }) => {
    const outcar = read(name, 'vasp-outcar')
    const hasEnergy = expected.final_E_sigma0 !== null
    expect([outcar.technique, outcar.complete]).toEqual(['OTHER', expected.has_timing_footer && hasEnergy])
    expectFacts(outcar, {
      nions: expected.nions ?? undefined,
      elements: expected.nions === null ? undefined : expected.elements.flatMap((element, i) => Array<string>(expected.ions_per_type[i]!).fill(element)).join(' '),
      ispin: expected.ispin || undefined,
      ionicSteps: expected.ionic_steps,
      energySigma0_eV: expected.final_E_sigma0 ?? undefined,
      freeEnergy_eV: expected.final_TOTEN ?? undefined,
      fermiEnergy_eV: expected.efermi ?? undefined,
      volume_A3: expected.volume_A3 ?? undefined
    })
    expect(expected.vasp).toContain(String(outcar.settings.find((setting) => setting.name === 'version')!.value).slice(0, 5))
    expect(outcar.warnings).toHaveLength(hasEnergy ? 0 : 2)
    const { vib } = expected
    if (!vib) return
    const kind = outcar.columns.find((column) => column.name === 'kind')!
    const wavenumbers = [...columnOf(outcar, 'wavenumber')!.values]
    expect(wavenumbers).toHaveLength(vib.n_modes)
    expect(wavenumbers.filter((_, i) => kind.values[i] === 0)).toEqual(vib.real_cm1)
    expect(wavenumbers.filter((_, i) => kind.values[i] === 1)).toEqual(vib.imag_cm1)
    expect(factOf(outcar, 'zeroPointEnergy_eV')).toBeCloseTo(vib.ZPE_eV_real_modes, 6)
  })

  it.skipIf(all.length === 0)('facts tell that the slab is not the structure of the bulk DOSCAR', () => {
    const [slab, bulk] = [read('vasp/Fe2O3slab.OUTCAR', 'vasp-outcar'), read('vasp/Fe2O3bulk.DOSCAR.gz', 'vasp-doscar')]
    expect(factOf(slab, 'nions')).toBe(factOf(bulk, 'nions'))
    for (const name of ['volumePerAtom_A3', 'fermiEnergy_eV']) expect(Math.abs(Number(factOf(slab, name)) / Number(factOf(bulk, name)) - 1)).toBeGreaterThan(0.5)
    const [same, doscar] = [read('vasp/AgAc.OUTCAR', 'vasp-outcar'), read('vasp/AgAc.DOSCAR', 'vasp-doscar')]
    for (const name of ['volumePerAtom_A3', 'fermiEnergy_eV']) expect(Math.abs(Number(factOf(same, name)) / Number(factOf(doscar, name)) - 1)).toBeLessThan(1e-4)
  })
})

interface GridExpected {
  grid: number[]
  formula: string
  total_sum: number
  electrons_integral_sum_over_ngrid?: number
  planar_average_c_axis_first3?: number[]
  planar_average_max?: number
}
const grids = filesOf<GridExpected>(/LOCPOT|CHGCAR/)
describe.skipIf(grids.length === 0)('grids of the corpus', () => {
  it.each(grids.map((file) => [file.file, file] as const))('%s', (name, { expected }) => {
    const grid = read(name, 'vasp-grid')
    expect(grid).toMatchObject({ technique: 'OTHER', complete: true, warnings: [] })
    expectFacts(grid, { gridPoints: expected.grid.join(' '), nions: 1, elements: expected.formula.replace('1', '') })
    const points = expected.grid.reduce((product, n) => product * n, 1)
    const mean = Number(factOf(grid, 'electrons') ?? factOf(grid, 'meanPotential_eV'))
    expect(Math.abs((mean * points) / expected.total_sum - 1)).toBeLessThan(1e-8)
    if (expected.electrons_integral_sum_over_ngrid !== undefined) expect(factOf(grid, 'electrons')).toBeCloseTo(expected.electrons_integral_sum_over_ngrid, 6)
    const along = grid.columns[1]!
    expect([along.unit, along.values.length]).toEqual([expected.planar_average_max === undefined ? 'e' : 'eV', expected.grid[2]])
    expected.planar_average_c_axis_first3?.forEach((value, i) => expect(along.values[i]).toBeCloseTo(value, 5))
    if (expected.planar_average_max !== undefined) expect(Math.max(...along.values)).toBeCloseTo(expected.planar_average_max, 5)
  })
})
