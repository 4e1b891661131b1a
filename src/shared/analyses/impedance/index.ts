import { nameOf } from '../../electrochemistry/electrolysis'
import { isBattery } from '../../electrochemistry/role'
import type { Figure, Series } from '../../figure'
import { message } from '../../message'
import type { CatalystEntries, Entry } from '../../project'
import { defineAnalysis, type Conditions, type Finding, type Result } from '../analysis'
import { circuits } from './circuits'
import { fitCircuit, type CircuitFit } from './fitCircuit'
import { kramersKronig } from './kramersKronig'
import { impedanceOf, type Impedance } from './spectrum'

const SOURCE = 'Boukamp, Solid State Ionics 20 (1986) 31; J. Electrochem. Soc. 142 (1995) 1885'

export const impedance = defineAnalysis<null>({
  id: 'impedance',
  version: 1,
  title: 'Impedance',
  tab: 'performance',
  scope: 'catalyst',
  metrics: ['rs', 'rct'],
  about: {
    equation: 'minimise Σ|Z_fit − Z|²/|Z|²;  Z_CPE = 1/(Q (jω)ⁿ);  Z_W = σ(1 − j)/√ω',
    source: SOURCE,
    assumes: ['the circuit chosen below describes the electrode', 'points with Im Z > 0 (inductance of the leads) are left out of the fit', 'errors from the curvature of the minimum']
  },
  settings: [{ key: 'circuit', label: 'Circuit', default: 'R(RQ)', options: circuits.map((circuit) => circuit.id) }],
  after: [],
  collect: (view) => {
    const entries = spectraOf(view).map((entry) => entry.id)
    return entries.length > 0 ? { entries, plan: null } : null
  },
  compute: (view, _plan, settings, context) => {
    const circuit = circuits.find((candidate) => candidate.id === settings.circuit) ?? circuits[0]!
    const entries = spectraOf(view)
    const results: Result[] = []
    const findings: Finding[] = []
    const nyquist: Series[] = []
    const bode: Series[] = []
    for (const entry of entries) {
      const found = (level: Finding['level'], rule: string, id: string, text: string, params: Record<string, string | number> = {}): void =>
        void findings.push({ rule, level, catalyst: view.catalyst, metric: 'rct', source: SOURCE, entries: [entry.id], message: message(id, text, { file: nameOf(entry), ...params }) })
      try {
        const spectrum = impedanceOf(context.load(entry.id))
        const test = kramersKronig(spectrum)
        if (test.largest_percent > 1) found('warning', 'kramers-kronig', 'check.kramersKronig', 'The Kramers–Kronig residual of {file} reaches {value} %, above 1 %: the electrode changed during the measurement or did not answer linearly.', { value: test.largest_percent.toFixed(1) })
        const used = capacitive(spectrum)
        const fit = fitCircuit(circuit, used)
        if (fit.residual_percent > 2) found('warning', 'impedance-fit', 'check.impedanceFit', 'The circuit {circuit} leaves {value} % (rms) of {file}; another circuit may describe it.', { circuit: circuit.id, value: fit.residual_percent.toFixed(1) })
        const method = `${circuit.id}, modulus weights, rms residual ${fit.residual_percent.toPrecision(2)} %; Kramers–Kronig ${test.rms_percent.toPrecision(2)} % rms; ${parametersText(circuit.parameters, fit)}`
        const result = (metric: string, i: number): Result => ({ catalyst: view.catalyst, metric, value: fit.values[i]!, u: fit.u[i]!, unit: 'ohm', conditions: conditionsOf(entry, entries.length > 1), method, inputs: [entry.id] })
        results.push(result('rs', 0), result('rct', circuit.rct))
        draw(entry, spectrum, fit.fitted, view.catalyst, nyquist, bode)
      } catch (error) {
        if (!(error instanceof RangeError)) throw error
        found('warning', 'impedance', 'finding.impedance', '{file} cannot be fitted: {why}', { why: error.message })
      }
    }
    const figures: Figure[] = nyquist.length === 0 ? [] : [
      { kind: 'xy', id: 'nyquist', title: 'Nyquist plot', x: { title: 'Re Z', unit: 'Ω' }, y: { title: '−Im Z', unit: 'Ω' }, series: nyquist },
      { kind: 'xy', id: 'bode', title: 'Bode plot', x: { title: 'Frequency', unit: 'Hz', log: true }, y: { title: '|Z|', unit: 'Ω', log: true }, series: bode }
    ]
    return { results, figures, needs: [], findings }
  }
})

const spectraOf = (view: CatalystEntries): Entry[] => view.entries.filter((entry) => !isBattery(entry) && ['z_real', 'z_imag'].every((quantity) => entry.measurement?.columns.some((column) => column.quantity === quantity)))

function conditionsOf(entry: Entry, several: boolean): Conditions {
  const { run, replicate, potential_V } = entry.fields
  return { ...(potential_V ? { potential_V: potential_V.value } : {}), ...(run ? { run: run.value } : {}), ...(replicate ? { replicate: replicate.value } : {}), ...(several ? { file: nameOf(entry) } : {}) }
}

/** Without the inductive points at the highest frequencies. */
function capacitive(spectrum: Impedance): Impedance {
  const kept = [...spectrum.im_ohm.keys()].filter((i) => spectrum.im_ohm[i]! <= 0)
  const pick = (values: readonly number[]): number[] => kept.map((i) => values[i]!)
  if (kept.length < 5) throw new RangeError('fewer than five points lie below the real axis (Im Z ≤ 0).')
  return { frequency_Hz: pick(spectrum.frequency_Hz), re_ohm: pick(spectrum.re_ohm), im_ohm: pick(spectrum.im_ohm) }
}

function parametersText(parameters: readonly { name: string; unit: string }[], { values, u }: CircuitFit): string {
  return parameters.map(({ name, unit }, i) => `${name} = ${values[i]!.toPrecision(4)}${u[i] === null || u[i] === undefined ? '' : ` ± ${u[i]!.toPrecision(2)}`}${unit === '' ? '' : ` ${unit}`}`).join(', ')
}

function draw(entry: Entry, measured: Impedance, fitted: Impedance, catalyst: string | null, nyquist: Series[], bode: Series[]): void {
  const look = catalyst === null ? {} : { catalyst }
  const size = ({ re_ohm, im_ohm }: Impedance): number[] => re_ohm.map((re, i) => Math.hypot(re, im_ohm[i]!))
  const name = nameOf(entry)
  nyquist.push({ name, style: 'points', ...look, x: measured.re_ohm, y: measured.im_ohm.map((im) => -im) }, { name: `fit of ${name}`, style: 'line', ...look, x: fitted.re_ohm, y: fitted.im_ohm.map((im) => -im) })
  bode.push({ name, style: 'points', ...look, x: measured.frequency_Hz, y: size(measured) }, { name: `fit of ${name}`, style: 'line', ...look, x: fitted.frequency_Hz, y: size(fitted) })
}
