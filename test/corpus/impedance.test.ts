import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { circuits } from '../../src/shared/analyses/impedance/circuits'
import { fitCircuit } from '../../src/shared/analyses/impedance/fitCircuit'
import { spectraOf, type Impedance } from '../../src/shared/analyses/impedance/spectrum'
import { recognise } from '../../src/shared/readers'

const root = join(process.env['RUM_CORPUS'] ?? fileURLToPath(new URL('../../../shared/data', import.meta.url)), 'instruments')
/**
 * R(RQ) of the points with Im Z ≤ 0, modulus weights, by scipy.optimize.curve_fit 1.17.1 (what impedance.py fits with), best of 60 random
 * starts: file, rms residual in %, R_s, R_ct, n with their standard errors.
 */
const byScipy = [
  ['biologic/peis.issue_149.mpr', 1.805, [11.969426, 0.050386], [87.595241, 0.566953], [0.664908, 0.002757]],
  ['biologic/PEIS_nesd.mpr', 1.184, [1480.8744, 1.6185], [3597.0103, 5.576], [0.990765, 0.001338]],
  ['ivium/exampleDataIvium.idf', 5.179, [12.918691, 0.385763], [95.907172, 3.773348], [0.467487, 0.015084]],
  ['princeton/exampleDataVersaStudio.par', 5.698, [67.110637, 0.581066], [1515.43381, 24.558573], [0.732025, 0.00646]],
  ['zahner/02_peis_ocv.ism', 8.893, [0.061136, 0.001094], [1286.71535, 149.647], [0.906523, 0.003389]],
  ['zplot/exampleDataAutolab_Z60W.txt', 3.0, [0.012374, 0.0003245], [0.024966, 0.0008234], [0.438363, 0.017748]],
  ['zplot/exampleDataZPlot.z', 1.353, [149.616614, 0.585482], [501.19547, 4.117442], [1, 0.002219]]
] as const
const others = ['chi/exampleDataCHInstruments.txt', 'gamry/EISPOT.DTA', 'princeton/exampleDataParstat.txt', 'zplot/data.z']
const there = (path: string): boolean => existsSync(join(root, path))
if (!there('zplot/data.z')) console.info(`Impedance corpus: skipped, no ${root}`)

function spectraIn(path: string): readonly Impedance[] {
  const bytes = new Uint8Array(readFileSync(join(root, path)))
  const { measurements } = recognise({ name: basename(path), bytes: bytes.subarray(0, 65_536), size: bytes.length })[0]!.reader.read({ name: basename(path), bytes })
  return spectraOf(measurements.find(({ technique }) => technique === 'EIS')!)
}

/** All points of the file, as the other tool was given them. */
function spectrumOf(path: string): Impedance {
  const points = spectraIn(path).flatMap(({ frequency_Hz, re_ohm, im_ohm }) => frequency_Hz.map((f, i) => [f, re_ohm[i]!, im_ohm[i]!] as const)).sort(([a], [b]) => b - a)
  const [frequency_Hz, re_ohm, im_ohm] = [0, 1, 2].map((at) => points.map((point) => point[at]!)) as [number[], number[], number[]]
  const all: Impedance = { frequency_Hz, re_ohm, im_ohm }
  const pick = (values: readonly number[]): number[] => values.filter((_, i) => all.im_ohm[i]! <= 0)
  return { frequency_Hz: pick(all.frequency_Hz), re_ohm: pick(all.re_ohm), im_ohm: pick(all.im_ohm) }
}
const circuit = (id: string) => circuits.find((one) => one.id === id)!

describe.skipIf(!there('zplot/data.z'))('real impedance spectra', () => {
  it.each(byScipy.filter(([path]) => there(path)))('%s: the same circuit and errors as an established tool', (path, residual, ...expected) => {
    const fit = fitCircuit(circuit('R(RQ)'), spectrumOf(path))
    expect(Math.abs(fit.residual_percent - residual)).toBeLessThan(0.002 * residual + 0.001)
    ;[0, 1, 3].forEach((at, k) => {
      const [value, u] = expected[k]!
      expect(Math.abs(fit.values[at]! / value - 1), `${path}, parameter ${at}: ${fit.values[at]} against ${value}`).toBeLessThan(0.002)
      if (value < 0.999) expect(Math.abs(fit.u[at]! / u - 1), `${path}, error of parameter ${at}: ${fit.u[at]} against ${u}`).toBeLessThan(0.02)
    })
  })
  it.each([...byScipy.map(([path]) => path), ...others].filter(there))('%s: a larger circuit never leaves more than one that it contains', (path) => {
    const spectrum = spectrumOf(path)
    const left = new Map(circuits.map((one) => [one.id, fitCircuit(one, spectrum).residual_percent]))
    for (const one of circuits) for (const { id } of one.grownFrom) expect(left.get(one.id), `${one.id} against ${id}`).toBeLessThanOrEqual(1.02 * left.get(id)! + 0.05)
  }, 240_000)
  it.each([['biologic/peis.issue_149.mpr', 4, 21], ['biologic/PEIS_nesd.mpr', 12, 19]].filter(([path]) => there(String(path))))('%s holds %i spectra of %i frequencies, from the highest to the lowest', (path, count, points) => {
    const spectra = spectraIn(String(path))
    expect(spectra.map(({ frequency_Hz }) => frequency_Hz.length)).toEqual(Array.from({ length: Number(count) }, () => points))
    for (const { frequency_Hz } of spectra) expect(frequency_Hz.every((f, i) => i === 0 || f < frequency_Hz[i - 1]!)).toBe(true)
  })
})
