import { nameOf } from '../../electrochemistry/electrolysis'
import { isBattery } from '../../electrochemistry/role'
import type { Figure, Handle, Picks, Series } from '../../figure'
import { pointKey, pointsLeftOut } from '../../leftOut'
import { roundedTogether } from '../../numerics/roundedTogether'
import { message, type Message } from '../../message'
import { perEntry } from '../../perEntry'
import type { CatalystEntries, Entry } from '../../project'
import { defineAnalysis, type ComputeContext, type Conditions, type Finding, type Result, type Settings } from '../analysis'
import { circuits } from './circuits'
import { fitCircuit, type CircuitFit } from './fitCircuit'
import { kramersKronig } from './kramersKronig'
import { spectraOf, type Impedance } from './spectrum'

const SOURCE = 'Boukamp, Solid State Ionics 20 (1986) 31; J. Electrochem. Soc. 142 (1995) 1885'

export const impedance = defineAnalysis<null>({
  id: 'impedance',
  version: 5,
  title: 'Impedance',
  tab: 'performance',
  scope: 'catalyst',
  metrics: ['rs', 'rct'],
  about: {
    equation: 'minimise Σ|Z_fit − Z|²/|Z|²;  Z_CPE = 1/(Q (jω)ⁿ);  Z_W = σ(1 − j)/√ω',
    source: SOURCE,
    assumes: ['the circuit chosen below describes the electrode', 'points with Im Z > 0 (inductance of the leads) are left out of the fit', 'errors from the curvature of the minimum']
  },
  settings: [
    { key: 'circuit', label: 'Circuit', default: 'R(RQ)', options: circuits.map((circuit) => circuit.id), isAtHand: true },
    { key: 'fromHz', label: 'Fit from', unit: 'Hz', default: 0, zero: 'the lowest frequency' },
    { key: 'toHz', label: 'Fit to', unit: 'Hz', default: 0, zero: 'the highest frequency' },
    { key: 'leftOut', label: 'Frequencies left out (Hz), as 50; 100', default: '' }
  ],
  after: [],
  collect: (view) => {
    const entries = measuredIn(view).map((entry) => entry.id)
    return entries.length > 0 ? { entries, plan: null } : null
  },
  compute: (view, _plan, settings, context) => {
    const circuit = circuits.find((candidate) => candidate.id === settings.circuit) ?? circuits[0]!
    const entries = measuredIn(view)
    const results: Result[] = []
    const findings: Finding[] = []
    const nyquist: Series[] = []
    const bode: Series[] = []
    const isLeftOut = pointsLeftOut(String(settings.leftOut))
    const frequencies: number[] = []
    for (const { entry, spectrum, place, count } of entries.flatMap((one) => spectraIn(one, context, view.catalyst, findings))) {
      const name = count === 1 ? nameOf(entry) : `${nameOf(entry)} (${place + 1}/${count})`
      const found = (level: Finding['level'], rule: string, id: string, text: string, params: Record<string, string | number> = {}): void =>
        void findings.push(finding(entry, view.catalyst, level, rule, message(id, text, { file: name, ...params })))
      try {
        if (spectrum.frequency_Hz.length < 5) throw new RangeError(`the spectrum has only ${spectrum.frequency_Hz.length} usable points.`)
        frequencies.push(...spectrum.frequency_Hz)
        const isChosen = spectrum.frequency_Hz.map((f) => inRange(f, settings) && !isLeftOut(f, name))
        const isUsed = isChosen.map((is, i) => is && spectrum.im_ohm[i]! <= 0)
        const isAlone = entries.length === 1 && count === 1
        const keys = spectrum.frequency_Hz.map((f) => pointKey(f, isAlone ? null : name))
        draw(name, spectrum, view.catalyst, nyquist, bode, { setting: 'leftOut', value: String(settings.leftOut), keys, isOut: isUsed.map((is) => !is) })
        const test = context.derive(entry.id, 'kramers-kronig', [place, isChosen], (measured) => kramersKronig(only(spectraOf(measured)[place]!, isChosen)))
        if (test.largest_percent > 1) found('warning', 'kramers-kronig', 'check.kramersKronig', 'The Kramers–Kronig residual of {file} reaches {value} %, above 1 %: the electrode changed during the measurement or did not answer linearly.', { value: test.largest_percent.toFixed(1) })
        const fit = context.derive(entry.id, 'circuit', [circuit.id, place, isUsed], (measured) => fitCircuit(circuit, only(spectraOf(measured)[place]!, isUsed)))
        if (fit.residual_percent > 2) found('warning', 'impedance-fit', 'check.impedanceFit', 'The circuit {circuit} leaves {value} % (rms) of {file}; another circuit may describe it.', { circuit: circuit.id, value: fit.residual_percent.toFixed(1) })
        const method = `${circuit.id}, ${isUsed.filter(Boolean).length} of ${isUsed.length} frequencies, modulus weights, rms residual ${fit.residual_percent.toPrecision(2)} %; Kramers–Kronig ${test.rms_percent.toPrecision(2)} % rms; ${parametersText(circuit.parameters, fit)}`
        const result = (metric: string, i: number): Result => ({ catalyst: view.catalyst, metric, value: fit.values[i]!, u: fit.u[i]!, unit: 'ohm', conditions: { ...conditionsOf(entry, entries.length > 1), ...(count > 1 ? { scan: place + 1 } : {}) }, method, inputs: [entry.id] })
        results.push(result('rs', 0))
        // An arc that the lowest frequency does not close has any resistance: no number is better than such a one.
        const largest = Math.max(...sizeOf(only(spectrum, isUsed)))
        if (fit.values[circuit.rct]! < OPEN_ARC * largest) results.push(result('rct', circuit.rct))
        else found('warning', 'open-arc', 'check.openArc', 'The arc of {file} does not close at its lowest frequency: R_ct is larger than {value} Ω and not determined; measure lower frequencies.', { value: (OPEN_ARC * largest).toPrecision(2) })
        drawFit(name, fit.fitted, nyquist, bode)
      } catch (error) {
        if (!(error instanceof RangeError)) throw error
        findings.push(finding(entry, view.catalyst, 'warning', 'impedance', cannotBeFitted(name, error)))
      }
    }
    const figures: Figure[] = nyquist.length === 0 ? [] : [
      { kind: 'xy', id: 'nyquist', title: 'Nyquist plot', x: { title: 'Re Z', unit: 'Ω' }, y: { title: '−Im Z', unit: 'Ω' }, equalScales: true, series: nyquist },
      { kind: 'xy', id: 'bode', title: 'Bode plot', x: { title: 'Frequency', unit: 'Hz', log: true }, y: { title: '|Z|', unit: 'Ω', log: true }, series: bode, handles: handlesOf(settings, frequencies) }
    ]
    return { results, figures, needs: [], findings }
  }
})

const OPEN_ARC = 20

const isImpedance = perEntry((entry) => !isBattery(entry) && ['z_real', 'z_imag'].every((quantity) => entry.measurement?.columns.some((column) => column.quantity === quantity)))
const measuredIn = (view: CatalystEntries): Entry[] => view.entries.filter(isImpedance)

const finding = (entry: Entry, catalyst: string | null, level: Finding['level'], rule: string, text: Message): Finding => ({ rule, level, catalyst, metric: 'rct', source: SOURCE, entries: [entry.id], message: text })

interface OneSpectrum { readonly entry: Entry; readonly spectrum: Impedance; /** Among those of its measurement, from 0. */ readonly place: number; readonly count: number }

/** The spectra of a measurement; none, and a finding, where its columns cannot be used. */
function spectraIn(entry: Entry, { load }: ComputeContext, catalyst: string | null, findings: Finding[]): readonly OneSpectrum[] {
  try {
    const spectra = spectraOf(load(entry.id))
    return spectra.map((spectrum, place) => ({ entry, spectrum, place, count: spectra.length }))
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    findings.push(finding(entry, catalyst, 'warning', 'impedance', cannotBeFitted(nameOf(entry), error)))
    return []
  }
}
const cannotBeFitted = (file: string, { message: why }: RangeError): Message => message('finding.impedance', '{file} cannot be fitted: {why}', { file, why })

function conditionsOf(entry: Entry, several: boolean): Conditions {
  const { run, replicate, potential_V } = entry.fields
  return { ...(potential_V ? { potential_V: potential_V.value } : {}), ...(run ? { run: run.value } : {}), ...(replicate ? { replicate: replicate.value } : {}), ...(several ? { file: nameOf(entry) } : {}) }
}

const inRange = (f: number, { fromHz, toHz }: Settings): boolean => f >= Number(fromHz) * (1 - 1e-9) && (!(Number(toHz) > 0) || f <= Number(toHz) * (1 + 1e-9))

function handlesOf({ fromHz, toHz }: Settings, frequencies: readonly number[]): readonly Handle[] {
  return [
    { label: 'Fit from', setting: 'fromHz', value: Number(fromHz) > 0 ? Number(fromHz) : Math.min(...frequencies) },
    { label: 'Fit to', setting: 'toHz', value: Number(toHz) > 0 ? Number(toHz) : Math.max(...frequencies) }
  ]
}

/** The points that count: inside the range, not left out and, for the fit, not inductive (Im Z ≤ 0). */
function only(spectrum: Impedance, isIn: readonly boolean[]): Impedance {
  const pick = (values: readonly number[]): number[] => values.filter((_, i) => isIn[i])
  if (isIn.filter(Boolean).length < 5) throw new RangeError('fewer than five points count: those inside the frequency range, not left out and below the real axis (Im Z ≤ 0).')
  return { frequency_Hz: pick(spectrum.frequency_Hz), re_ohm: pick(spectrum.re_ohm), im_ohm: pick(spectrum.im_ohm) }
}

function parametersText(parameters: readonly { name: string; unit: string }[], { values, u }: CircuitFit): string {
  return parameters.map(({ name, unit }, i) => `${name} = ${roundedTogether(values[i]!, u[i])}${unit === '' ? '' : ` ${unit}`}`).join(', ')
}

const sizeOf = ({ re_ohm, im_ohm }: Impedance): number[] => re_ohm.map((re, i) => Math.hypot(re, im_ohm[i]!))

function draw(name: string, measured: Impedance, catalyst: string | null, nyquist: Series[], bode: Series[], picks: Picks): void {
  const left = picks.isOut.filter(Boolean).length
  const shared = { name, style: 'points', picks, ...(catalyst === null ? {} : { catalyst }), ...(left > 0 ? { note: `${left} of ${picks.isOut.length} points do not count (hollow)` } : {}) } as const
  nyquist.push({ ...shared, x: measured.re_ohm, y: measured.im_ohm.map((im) => -im) })
  bode.push({ ...shared, x: measured.frequency_Hz, y: sizeOf(measured) })
}

function drawFit(name: string, fitted: Impedance, nyquist: Series[], bode: Series[]): void {
  const shared = { name: `fit of ${name}`, style: 'line' } as const
  nyquist.push({ ...shared, x: fitted.re_ohm, y: fitted.im_ohm.map((im) => -im) })
  bode.push({ ...shared, x: fitted.frequency_Hz, y: sizeOf(fitted) })
}
