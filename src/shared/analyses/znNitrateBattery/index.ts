import { areaOf } from '../../electrochemistry/areaOf'
import { batteryElectrolysesOf, distinctNames, entriesOf, nameOf, type Electrolyses } from '../../electrochemistry/electrolysis'
import { isBattery } from '../../electrochemistry/role'
import { techniqueOf } from '../../electrochemistry/techniqueOf'
import type { Figure, Series } from '../../figure'
import type { Technique } from '../../measurement'
import { message } from '../../message'
import { minMaxDecimate } from '../../numerics/minMaxDecimate'
import type { CatalystEntries, Entry } from '../../project'
import { defineAnalysis, type Conditions, type Finding, type Need, type Result } from '../analysis'
import { uniqueNeeds } from '../electrolysisPlan'
import { electronSettings } from '../faradaicEfficiency/productEfficiencies'
import { namesApart, resultsWithFiles } from '../toldApart'
import { batteryColumns, discharge, openCircuitVoltage, peakPower, statesDensity } from './batteryNumbers'
import { batteryProducts, productBars } from './batteryProducts'
import { constantCurrentTest } from './constantCurrentTest'

const SOURCE = 'seed paper, Zn–NO₃⁻ battery'
const ZN_CAPACITY_mAh_g = 819.9

export const znNitrateBattery = defineAnalysis<Electrolyses>({
  id: 'zn-nitrate-battery',
  version: 9,
  title: 'Zn–NO₃⁻ battery',
  tab: 'performance',
  scope: 'catalyst',
  metrics: ['ocv', 'peak_power', 'j_at_peak_power', 'specific_capacity', 'energy_density', 'discharge_voltage', 'charge_voltage', 'energy_efficiency', 'fe_nh3', 'fe_no2', 'yield_nh3_mass', 'yield_nh3_area', 'yield_nh3_molar'],
  about: {
    equation: 'OCV: mean of the last 20 % of the trace;  P = |V·j| where the cell delivers;  capacity = ∫|I|dt/m_Zn;  energy = ∫|I|·V dt/m_Zn;  FE and yield as of an electrolysis, Q = ∫|I|dt',
    source: SOURCE,
    assumes: ['m_Zn is the zinc consumed; 820 mAh g⁻¹ is its limit', 'j per geometric area of the cathode', 'V is the cell voltage as recorded', 'voltage of a step or of half a cycle: mean of its last fifth', 'current of the sign with the higher voltage charges the cell']
  },
  settings: electronSettings,
  after: ['calibration'],
  collect: (view) => {
    const entries = batteryOf(view).map((entry) => entry.id)
    const plan = batteryElectrolysesOf(view)
    return entries.length > 0 ? { entries: [...new Set([...entries, ...entriesOf(plan)])], plan } : null
  },
  compute: (view, plan, settings, context) => {
    const results: Result[] = []
    const needs: Need[] = []
    const findings: Finding[] = []
    const polarisation: Series[] = []
    const power: Series[] = []
    const rest: Series[] = []
    const discharges: Series[] = []
    const steps: Series[] = []
    const cycling: Series[] = []
    const cycles: { readonly id: string; readonly file: string; readonly series: Series }[] = []
    const files = distinctNames(batteryOf(view))
    const analysed = new Set(plan.runs.flatMap(({ traces }) => traces))
    const look = view.catalyst === null ? {} : { catalyst: view.catalyst }
    for (const entry of batteryOf(view)) {
      const kind = kindOf(techniqueOf(entry))
      if (kind === null) continue
      const { run, replicate, cycle } = entry.fields
      const conditions: Conditions = { ...(run ? { run: run.value } : {}), ...(replicate ? { replicate: replicate.value } : {}), ...(cycle ? { cycle: cycle.value } : {}) }
      const result = (metric: string, value: number, unit: string, method: string, u: number | null = null, more: Conditions = {}): void => void results.push({ catalyst: view.catalyst, metric, value, u, unit, conditions: { ...conditions, ...more }, method, inputs: [entry.id] })
      try {
        const measurement = context.load(entry.id)
        const area = areaOf(entry, view.defaults)
        if (kind !== 'ocv' && typeof area !== 'number' && statesDensity(measurement)) {
          needs.push(area)
          continue
        }
        const columns = batteryColumns(measurement, typeof area === 'number' ? area : undefined)
        if (kind === 'ocv') {
          const { value, sd, points } = openCircuitVoltage(columns)
          result('ocv', value, 'V', `mean of the last 20 % of the trace, ${points} points`, sd)
          if (columns.time_s && columns.voltage_V) rest.push({ name: nameOf(entry), style: 'line', ...look, ...minMaxDecimate(columns.time_s.map((t) => t / 60), columns.voltage_V, 800) })
        } else if (kind === 'polarisation') {
          if (typeof area !== 'number') {
            needs.push(area)
            continue
          }
          const peak = peakPower(columns, area)
          result('peak_power', peak.power_mW_cm2, 'mW/cm2', `largest |V·j|, A = ${area} cm²`)
          result('j_at_peak_power', peak.j_mA_cm2, 'mA/cm2', `at ${peak.voltage_V.toFixed(3)} V`)
          polarisation.push({ name: nameOf(entry), style: 'line', ...look, ...minMaxDecimate(peak.j, peak.voltage, 800) })
          power.push({ name: nameOf(entry), style: 'line', ...look, ...minMaxDecimate(peak.j, peak.power, 800) })
        } else {
          const test = techniqueOf(entry) === 'CA' ? null : constantCurrentTest({ name: nameOf(entry), columns, look, result })
          if (test) {
            if (test.kind === 'stepped' && typeof area !== 'number') {
              needs.push(area)
              continue
            }
            ;(test.kind === 'cycled' ? cycling : steps).push(test.curve)
            if (test.kind === 'cycled') cycles.push(...test.cycles().map((series) => ({ id: `${series.name} ${entry.id}`, file: files.get(entry.id)!, series })))
            else findings.push(...test.steps(Number(area)).map((text): Finding => ({ rule: 'battery-recovery', level: 'note', catalyst: view.catalyst, metric: 'discharge_voltage', conditions, entries: [entry.id], source: SOURCE, message: text })))
            // What zinc gave in steps is a capacity as well, where its mass is known.
            if (test.kind === 'cycled' || entry.fields.znMass_mg === undefined) continue
          }
          const mass = entry.fields.znMass_mg?.value
          // Of a discharge whose electrolyte was analysed, the capacity is not what was asked.
          if (mass === undefined && analysed.has(entry.id)) continue
          if (mass === undefined || !(mass > 0)) {
            needs.push({ message: message('needs.znMass', 'mass of zinc consumed (zn mass) for {file}', { file: nameOf(entry) }), where: 'runSheet', field: 'znMass_mg', entries: [entry.id] })
            continue
          }
          const { capacity_mAh, energy_Wh, passed_mAh, skippedRows } = discharge(columns)
          if (skippedRows > 0) findings.push({ rule: 'battery', level: 'warning', catalyst: view.catalyst, metric: 'specific_capacity', conditions, entries: [entry.id], source: SOURCE, message: message('finding.batteryRows', '{n} rows of {file} hold no number; the capacity is integrated straight across them.', { n: skippedRows, file: nameOf(entry) }) })
          const capacity = (capacity_mAh / mass) * 1000
          if (columns.voltage_V) discharges.push({ name: dischargeName(entry, columns, area), style: 'line', ...minMaxDecimate(passed_mAh.map((mAh) => (mAh / mass) * 1000), columns.voltage_V, 800) })
          const j_mA_cm2 = test ? null : dischargedAt(entry, columns, area)
          const at: Conditions = j_mA_cm2 === null ? {} : { j_mA_cm2 }
          result('specific_capacity', capacity, 'mAh/g', `∫|I|dt over ${mass} mg Zn`, null, at)
          if (energy_Wh !== null) result('energy_density', (energy_Wh / mass) * 1e6, 'Wh/kg', `∫|I|·V dt over ${mass} mg Zn`, null, at)
          if (capacity > ZN_CAPACITY_mAh_g) findings.push({ rule: 'zn-capacity', level: 'error', catalyst: view.catalyst, metric: 'specific_capacity', conditions, entries: [entry.id], source: 'Faraday: 819.9 mAh g⁻¹ Zn', message: message('check.znCapacity', 'The capacity of {file} ({value} mAh g⁻¹) exceeds that of zinc (819.9): check the zinc mass.', { file: nameOf(entry), value: capacity.toFixed(0) }) })
        }
      } catch (error) {
        if (!(error instanceof RangeError)) throw error
        findings.push({ rule: 'battery', level: 'warning', catalyst: view.catalyst, message: message('finding.battery', '{file} cannot be used: {why}', { file: nameOf(entry), why: error.message }), source: SOURCE, entries: [entry.id] })
      }
    }
    const products = batteryProducts(view, plan, settings, context)
    const cycleNames = namesApart(cycles.map(({ id, file, series }) => ({ id, name: series.name, file })))
    const x = { title: '|j|', unit: 'mA cm⁻²' }
    const voltage = { title: 'Cell voltage', unit: 'V' }
    const figures = ([
      { kind: 'xy', id: 'battery-ocv', title: 'Open circuit', x: { title: 'Time', unit: 'min' }, y: voltage, series: namedShortly(rest) },
      { kind: 'xy', id: 'battery-discharge', title: 'Discharge', x: { title: 'Specific capacity', unit: 'mAh g_Zn⁻¹' }, y: voltage, series: discharges.sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true })) },
      { kind: 'xy', id: 'battery-polarisation', title: 'Polarisation', x, y: voltage, series: namedShortly(polarisation) },
      { kind: 'xy', id: 'battery-power', title: 'Power density', x, y: { title: 'P', unit: 'mW cm⁻²' }, series: namedShortly(power) },
      { kind: 'xy', id: 'battery-steps', title: 'Steps of current', x: { title: 'Time', unit: 'h' }, y: voltage, series: namedShortly(steps) },
      { kind: 'xy', id: 'battery-cycling', title: 'Discharge and charge', x: { title: 'Time', unit: 'h' }, y: voltage, series: namedShortly(cycling) },
      { kind: 'xy', id: 'battery-cycles', title: 'Cycling', x: { title: 'Cycle', unit: '' }, y: voltage, series: cycles.map(({ id, series }) => ({ ...series, name: cycleNames.get(id)! })) }
    ] satisfies Figure[]).filter(({ series }) => series.length > 0)
    return { results: [...resultsWithFiles(results, ({ inputs }) => files.get(inputs[0]!)!), ...products.results], figures: [...figures, ...productBars(products.results)], needs: uniqueNeeds([...needs, ...products.needs]), findings: [...findings, ...products.findings] }
  }
})

const batteryOf = (view: CatalystEntries): Entry[] => view.entries.filter((entry) => entry.measurement !== null && isBattery(entry))

function kindOf(technique: Technique | null): 'ocv' | 'polarisation' | 'discharge' | null {
  if (technique === 'OCV') return 'ocv'
  if (technique === 'LSV' || technique === 'CV') return 'polarisation'
  return technique === 'CP' || technique === 'GCPL' || technique === 'CA' ? 'discharge' : null
}

/** The only curve of its kind needs no name of a file beside its catalyst's. */
const namedShortly = (series: readonly Series[]): Series[] => (series.length === 1 && series[0]!.catalyst !== undefined ? [{ ...series[0]!, name: series[0]!.catalyst }] : [...series])

/** '5 mA cm⁻²' where the area is known and the current is constant, else its file. */
function dischargeName(entry: Entry, columns: ReturnType<typeof batteryColumns>, area_cm2: unknown): string {
  const j_mA_cm2 = dischargedAt(entry, columns, area_cm2)
  return j_mA_cm2 === null ? nameOf(entry) : `${j_mA_cm2} mA cm⁻²`
}

/** Of the median: between its tenths a constant current stays within this. */
const CONSTANT = 0.05

/** The current density of a discharge at constant current: the median, of three digits; null where the current was not constant or no area is stated. */
function dischargedAt(entry: Entry, { current_A }: ReturnType<typeof batteryColumns>, area_cm2: unknown): number | null {
  if (!current_A || typeof area_cm2 !== 'number' || techniqueOf(entry) === 'CA') return null
  const sorted = current_A.map(Math.abs).filter(Number.isFinite).sort()
  const [low, median, high] = [0.1, 0.5, 0.9].map((part) => sorted[Math.floor(part * sorted.length)]) as [number, number, number]
  return high - low <= 2 * CONSTANT * median ? Number(((median * 1000) / area_cm2).toPrecision(3)) : null
}
