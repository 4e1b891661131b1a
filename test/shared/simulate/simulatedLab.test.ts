import { describe, expect, it } from 'vitest'
import { simulatedLab } from '../../../src/shared/simulate/simulatedLab'
import type { SimulatedFile } from '../../../src/shared/simulate/simulatedFile'
import { paperValues } from '../../../src/shared/simulate/paperValues'
import { absorbanceAt, dCentre, sheetRows, sweepOf, traceOf, type Points } from './parseSimulated'

const F = 96485.33212
const files = simulatedLab(1)
const named = (name: string): SimulatedFile => {
  const found = files.filter(({ path }) => path.split('/').at(-1) === name)
  if (found.length !== 1) throw new Error(`${found.length} files are named ${name}`)
  return found[0]!
}
const rows = sheetRows(named('runsheet.csv'))
const cell = (row: Map<string, string>, column: string): string => row.get(column) ?? ''
const num = (row: Map<string, string>, column: string): number => {
  const text = cell(row, column)
  if (text === '') throw new Error(`${column} is empty`)
  return Number(text)
}
const wavelength = { NH3: 655, NO2: 540 }
type Product = keyof typeof wavelength
const products: Product[] = ['NH3', 'NO2']
const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** Least squares by the normal equations. */
function line(points: { c: number; a: number }[]): { slope: number; intercept: number } {
  const [n, sx, sy] = [points.length, points.reduce((s, p) => s + p.c, 0), points.reduce((s, p) => s + p.a, 0)]
  const slope = (n * points.reduce((s, p) => s + p.c * p.a, 0) - sx * sy) / (n * points.reduce((s, p) => s + p.c * p.c, 0) - sx * sx)
  return { slope, intercept: (sy - slope * sx) / n }
}
const readingOf = (row: Map<string, string>, product: Product): number =>
  cell(row, 'absorbance') === '' ? absorbanceAt(named(cell(row, 'file')), wavelength[product]) : num(row, 'absorbance')
const standardsOf = (product: Product): { c: number; a: number }[] =>
  rows.filter((row) => cell(row, 'role') === 'standard' && cell(row, 'analyte') === product)
    .map((row) => ({ c: num(row, 'concentration (ug/mL)'), a: readingOf(row, product) }))
const calibrations = { NH3: line(standardsOf('NH3')), NO2: line(standardsOf('NO2')) }
const concentration = (absorbance: number, product: Product): number => (absorbance - calibrations[product].intercept) / calibrations[product].slope
function blank(product: Product): number {
  const found = rows.filter((row) => cell(row, 'role') === 'blank' && cell(row, 'analyte') === product)
  expect(found).toHaveLength(1)
  return concentration(readingOf(found[0]!, product), product) * num(found[0]!, 'dilution')
}
const blanks = { NH3: blank('NH3'), NO2: blank('NO2') }
const integral = ({ x, y }: Points): number => x.reduce((sum, t, i) => (i === 0 ? 0 : sum + ((y[i]! + y[i - 1]!) / 2) * (t - x[i - 1]!)), 0)
/** Ideal gas at 25 °C and 1 atm. */
const hydrogenMol = (ppm: number, row: Map<string, string>, time_h: number): number =>
  (ppm * 1e-6 * 101325 * num(row, 'flow (mL/min)') * 1e-6 * time_h * 60) / (8.314462618 * 298.15)

interface Run { catalyst: string; potential: number; fe: Record<Product, number>; h2: number; rate: number; absorbances: Record<Product, number> }
/** Those of the potential series; cycles and kinetics have tests of their own. */
const runs: Run[] = rows.filter((row) => cell(row, 'technique') === 'CA' && cell(row, 'replicate') !== '').map((row) => {
  const charge = integral(traceOf(named(cell(row, 'file'))))
  const ofRun = rows.filter((other) => cell(other, 'run') === cell(row, 'run'))
  const injections = ofRun.filter((other) => cell(other, 'technique') === 'GC')
  const ppm = injections.length === 0 ? 0 : mean(injections.map((other) => num(other, 'h2 (ppm)')))
  const amounts = products.map((product) => {
    const readings = ofRun.filter((other) => cell(other, 'technique') === 'UVVIS' && cell(other, 'analyte') === product)
    expect(readings).toHaveLength(1)
    const absorbance = readingOf(readings[0]!, product)
    return { absorbance, ug: (concentration(absorbance, product) * num(readings[0]!, 'dilution') - blanks[product]) * num(row, 'volume (mL)') }
  }) as [{ absorbance: number; ug: number }, { absorbance: number; ug: number }]
  const mass_mg = cell(row, 'mass (mg)') === '' ? num(row, 'loading (mg/cm2)') * num(row, 'area (cm2)') : num(row, 'mass (mg)')
  const [nh3, no2] = amounts
  expect(charge).toBeLessThan(0)
  return {
    catalyst: cell(row, 'catalyst'), potential: num(row, 'potential (V)'), rate: nh3.ug / 1000 / num(row, 'time (h)') / mass_mg,
    absorbances: { NH3: nh3.absorbance, NO2: no2.absorbance },
    h2: injections.length === 0 ? 0 : (100 * 2 * F * hydrogenMol(ppm, injections[0]!, num(row, 'time (h)'))) / -charge,
    fe: { NH3: (100 * 8 * F * nh3.ug * 1e-6) / 17.031 / -charge, NO2: (100 * 2 * F * no2.ug * 1e-6) / 46.005 / -charge }
  }
})
const at = (catalyst: string, potential: number | undefined): Run[] => runs.filter((run) => run.catalyst === catalyst && run.potential === potential)

/** First potential on the way down with j ≤ −0.5 mA cm⁻², on the RHE scale. */
function onset(catalyst: string): number {
  const row = rows.find((other) => cell(other, 'catalyst') === catalyst && cell(other, 'technique') === 'LSV' && num(other, 'nitrate (M)') > 0)!
  const { x, y } = sweepOf(named(cell(row, 'file')))
  const j = y.map((i) => (i * 1000) / num(row, 'area (cm2)'))
  const i = j.findIndex((value) => value <= -0.5)
  const E = x[i - 1]! + ((x[i]! - x[i - 1]!) * (-0.5 - j[i - 1]!)) / (j[i]! - j[i - 1]!)
  expect(cell(row, 'reference')).toBe('Ag/AgCl sat. KCl')
  return E + 0.197 + ((8.314462618 * 298.15 * Math.LN10) / F) * num(row, 'pH')
}

describe('the simulated lab gives the numbers of the paper back', () => {
  const of = (metric: string) => paperValues.filter((value) => value.metric === metric)
  it('has every number of the paper that this covers', () => {
    expect(['onset', 'fe_nh3', 'yield_nh3_mass', 'd_band_centre_dft'].map((metric) => of(metric).length)).toEqual([5, 6, 7, 5])
  })
  it.each(of('fe_nh3'))('FE of $catalyst at $potential_V_RHE V is $value %', ({ catalyst, potential_V_RHE, value }) => {
    const values = at(catalyst, potential_V_RHE).map((run) => run.fe.NH3)
    expect(values).toHaveLength(3)
    expect(Math.abs(mean(values) / value - 1)).toBeLessThan(1e-4)
    const highest = [-0.1, -0.2, -0.3, -0.4, -0.5].map((potential) => mean(at(catalyst, potential).map((run) => run.fe.NH3)))
    expect(Math.max(...highest)).toBeCloseTo(mean(values), 9)
  })
  it.each(of('yield_nh3_mass'))('yield of $catalyst at $potential_V_RHE V is $value mg/h/mg', ({ catalyst, potential_V_RHE, value }) => {
    expect(Math.abs(mean(at(catalyst, potential_V_RHE).map((run) => run.rate)) / value - 1)).toBeLessThan(2e-3)
  })
  it.each(of('onset'))('onset of $catalyst is $value V', ({ catalyst, value }) => expect(Math.abs(onset(catalyst) - value)).toBeLessThan(2e-3))
  it.each(of('d_band_centre_dft'))('d-band centre of $catalyst is $value eV', ({ catalyst, value }) =>
    expect(Math.abs(dCentre(files.find(({ path }) => path === `${catalyst}/DOS/DOSCAR`)!) - value)).toBeLessThan(2e-4))
})

describe('the simulated measurements are plausible', () => {
  it('has three replicates at five potentials of six catalysts, with scatter', () => {
    expect(runs).toHaveLength(90)
    for (const { catalyst, potential } of runs) {
      const values = at(catalyst, potential).map((run) => run.rate)
      expect((Math.max(...values) - Math.min(...values)) / mean(values)).toBeGreaterThan(0.01)
    }
  })
  it('accounts for nearly all of the charge and no more', () => {
    for (const run of runs) {
      expect(run.fe.NO2).toBeGreaterThan(0)
      expect(run.fe.NH3 + run.fe.NO2 + run.h2).toBeGreaterThan(91)
      expect(mean(at(run.catalyst, run.potential).map((other) => other.fe.NH3 + other.fe.NO2 + other.h2))).toBeLessThan(100.3)
    }
  })
  it('reads every sample between the lowest and the highest standard, far above its scatter', () => {
    for (const product of products) {
      const standards = standardsOf(product).map(({ a }) => a)
      for (const run of runs) {
        expect(run.absorbances[product]).toBeLessThan(Math.max(...standards))
        expect(run.absorbances[product]).toBeGreaterThan(Math.min(...standards) + 0.02)
      }
    }
  })
  it('has calibrations that scatter about their line as a careful assay does', () => {
    for (const product of products) {
      const standards = standardsOf(product)
      const { intercept, slope } = calibrations[product]
      const sd = Math.sqrt(standards.reduce((sum, { c, a }) => sum + (a - intercept - slope * c) ** 2, 0) / (standards.length - 2))
      expect(sd).toBeGreaterThan(0.0009)
      expect(sd).toBeLessThan(0.0014)
    }
  })
  it('shows less current without nitrate', () => {
    for (const row of rows.filter((other) => cell(other, 'role') === 'noNO3')) {
      const free = sweepOf(named(cell(row, 'file')))
      const other = sweepOf(named(cell(row, 'file').replace('noNO3', '0.1M-NO3')))
      expect(free.y.at(-1)! / other.y.at(-1)!).toBeLessThan(0.8)
    }
  })
  it('says in every file that can hold a remark that it is simulated, and lists the electrochemistry in the run sheet', () => {
    expect(files.filter(({ path, text }) => !path.endsWith('.spc') && !text.includes('simulated by RuM Workbench')).map(({ path }) => path)).toEqual([])
    const listed = new Set(rows.map((row) => cell(row, 'file')))
    const unlisted = files.filter(({ path }) => !listed.has(path.split('/').at(-1)!)).map(({ path }) => path.split('/').at(-2) ?? path)
    expect(new Set(unlisted)).toEqual(new Set(['DOS', 'Raman', 'SEIRAS', 'TEM', 'EPR', 'XPS', 'XRD', 'runsheet.csv', 'sample record.csv', 'energies.csv']))
    expect(rows.filter((row) => !cell(row, 'note').includes('simulated'))).toEqual([])
  })
  it('has no two files of one path', () => expect(new Set(files.map(({ path }) => path)).size).toBe(files.length))
})

describe('the seed', () => {
  const byPath = (seed: number) => new Map(simulatedLab(seed).map(({ path, text }) => [path, text]))
  it('gives the same bytes for the same number', () => expect(byPath(1)).toEqual(new Map(files.map(({ path, text }) => [path, text]))))
  it('gives other traces and readings for another', () => {
    const other = byPath(2)
    expect([...other.keys()]).toEqual(files.map(({ path }) => path))
    const same = files.filter(({ path, text }) => other.get(path) === text).map(({ path }) => path)
    expect(same.filter((path) => !/DOSCAR$|\.par$|record|energies/.test(path))).toEqual([])
  })
})
