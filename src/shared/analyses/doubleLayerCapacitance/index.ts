import { areaOf } from '../../electrochemistry/areaOf'
import { nameOf } from '../../electrochemistry/electrolysis'
import type { Figure, Series } from '../../figure'
import { pointKey, pointsLeftOut } from '../../leftOut'
import { message, type Message } from '../../message'
import { linearFit } from '../../numerics/linearFit'
import type { Entry } from '../../project'
import { defineAnalysis, type Finding, type Need, type Result } from '../analysis'
import { uniqueNeeds } from '../electrolysisPlan'
import { chargingCurrent } from './chargingCurrent'
import { cvSeries, hasScanRate } from './cvSeries'
import { cvOf, cycleFigure, cycleOf, type CycleCurve } from './cycles'

const SOURCE = 'McCrory et al., J. Am. Chem. Soc. 135 (2013) 16977; Morales & Risch, J. Phys. Energy 3 (2021) 034013 (allometric fit)'

/** In mF cm⁻² (McCrory). */
const usualCs = [0.02, 0.06] as const

export const doubleLayerCapacitance = defineAnalysis<readonly string[]>({
  id: 'double-layer-capacitance',
  version: 5,
  title: 'Double-layer capacitance and ECSA',
  tab: 'performance',
  scope: 'catalyst',
  metrics: ['cdl', 'ecsa', 'roughness_factor'],
  about: {
    equation: 'Δj/2 = (j_a − j_c)/2 = C_dl·ν + const.;  ECSA = C_dl/C_s·A;  roughness = C_dl/C_s',
    source: SOURCE,
    assumes: ['last full cycle, at the middle of its window unless another potential is set', 'no Faradaic current in the window', 'nitrogen-doped carbon counts in C_dl as well', 'C_s as set below; 0.020–0.060 mF cm⁻² are in use']
  },
  settings: [
    { key: 'specificCapacitance', label: 'Specific capacitance C_s', unit: 'mF cm⁻²', default: 0.04 },
    { key: 'at', label: 'Charging current at', default: 'mid-window', options: ['mid-window', 'the potential below'] },
    { key: 'atPotential', label: 'Potential of the charging current, as recorded', unit: 'V', default: 0 },
    { key: 'leftOut', label: 'Scan rates left out (mV s⁻¹), as 10; 200', default: '' }
  ],
  after: [],
  collect: (view) => {
    const ids = cvSeries(view).map((entry) => entry.id)
    return ids.length > 0 ? { entries: ids, plan: ids } : null
  },
  compute: (view, _plan, settings, context) => {
    const needs: Need[] = []
    const findings: Finding[] = []
    const series = cvSeries(view)
    const [entries, rateless] = [series.filter(hasScanRate), series.filter((entry) => !hasScanRate(entry))]
    if (rateless.length > 0) needs.push({ message: scanRateWanted(rateless), where: 'runSheet', field: 'scanRate_mV_s', entries: rateless.map(({ id }) => id) })
    const all: { entry: Entry; rate_mV_s: number; half: number; area: number }[] = []
    const cycles: CycleCurve[] = []
    const isLeftOut = pointsLeftOut(String(settings.leftOut))
    const at = settings.at === 'mid-window' ? undefined : Number(settings.atPotential)
    for (const entry of entries) {
      const area = areaOf(entry, view.defaults)
      if (typeof area !== 'number') {
        needs.push(area)
        continue
      }
      try {
        const cv = cvOf(context.load(entry.id), area)
        const rate_mV_s = entry.fields.scanRate_mV_s!.value
        cycles.push(cycleOf(cv, rate_mV_s))
        all.push({ entry, area, rate_mV_s, half: Math.abs(chargingCurrent(cv.potential_V, cv.j_mA_cm2, cv.sweeps, at).halfDifference) })
      } catch (error) {
        if (!(error instanceof RangeError)) throw error
        findings.push(found(view.catalyst, [entry], 'warning', 'finding.noCycle', '{file} was left out of C_dl: {why}', { file: nameOf(entry), why: error.message }))
      }
    }
    all.sort((a, b) => a.rate_mV_s - b.rate_mV_s)
    const isOut = all.map(({ rate_mV_s }) => isLeftOut(rate_mV_s, ''))
    const points = all.filter((_, i) => !isOut[i])
    const rates = new Set(points.map((point) => point.rate_mV_s))
    const look = view.catalyst === null ? {} : { catalyst: view.catalyst }
    const measured: Series = {
      name: 'Δj/2', style: 'points', x: all.map((point) => point.rate_mV_s), y: all.map((point) => point.half), ...look,
      picks: { setting: 'leftOut', value: String(settings.leftOut), keys: all.map(({ rate_mV_s }) => pointKey(rate_mV_s, null)), isOut },
      ...(points.length < all.length ? { note: `${all.length - points.length} of ${all.length} points do not count (hollow)` } : {})
    }
    const figures = (line: readonly Series[]): Figure[] => [...cycleFigure(cycles, at), ...(all.length === 0 ? [] : [{
      kind: 'xy', id: 'double-layer', title: 'Charging current', x: { title: 'Scan rate', unit: 'mV s⁻¹' }, y: { title: 'Δj/2', unit: 'mA cm⁻²' }, series: [measured, ...line]
    } as const])]
    if (rates.size < 3) {
      const isBySettings = new Set(all.map((point) => point.rate_mV_s)).size >= 3 || cycles.length > all.length
      if (needs.length === 0 && isBySettings) {
        needs.push({ message: message('needs.cdlSettings', 'three or more scan rates that count: the potential and the scan rates left out leave {n} of {all}', { n: rates.size, all: cycles.length }), where: 'settings' })
      } else if (needs.length === 0) needs.push({ message: message('needs.scanRates', 'CVs at three or more scan rates in one window (there are {n})', { n: rates.size }), where: 'inbox', entries: entries.map((entry) => entry.id) })
      return { results: [], figures: isBySettings ? figures([]) : [], needs: uniqueNeeds(needs), findings }
    }
    const fit = linearFit(points.map((point) => point.rate_mV_s), points.map((point) => point.half))
    const cs = Number(settings.specificCapacitance)
    // mA cm⁻² per mV s⁻¹ is F cm⁻².
    const cdl = fit.slope * 1000
    const u = fit.seSlope === null ? null : fit.seSlope * 1000
    const areas = [...new Set(points.map((point) => point.area))]
    const [area] = areas.length === 1 ? areas : []
    if (area === undefined) needs.push({ message: message('needs.oneArea', 'one electrode area for all CVs of the series, for the ECSA (they state {areas} cm²)', { areas: areas.join(', ') }), where: 'runSheet', field: 'area_cm2', entries: points.map((point) => point.entry.id) })
    const method = `slope of Δj/2 ${at === undefined ? 'at mid-window' : `at ${at} V`} against ν, ${points.length}${points.length < all.length ? ` of ${all.length}` : ''} CVs, r² = ${fit.r2?.toFixed(5) ?? '–'}`
    /** C_s is known to a factor of three, and what rests on it as well. */
    const range = (perCs: number, unit: string): string => `C_s of ${usualCs.map((one) => one.toFixed(3)).join('–')} mF cm⁻² gives ${usualCs.map((one) => Number(((cdl * perCs) / one).toPrecision(3))).reverse().join('–')}${unit}`
    const result = (metric: string, unit: string, factor: number, how: string): Result =>
      ({ catalyst: view.catalyst, metric, value: cdl * factor, u: u === null ? null : u * factor, unit, conditions: {}, method: how, inputs: points.map((point) => point.entry.id) })
    const results = [result('cdl', 'mF/cm2', 1, method), ...(cs > 0 ? [result('roughness_factor', '1', 1 / cs, `C_dl/C_s, C_s = ${cs} mF cm⁻²; ${range(1, '')}`), ...(area === undefined ? [] : [result('ecsa', 'cm2', area / cs, `C_dl/C_s·A, C_s = ${cs} mF cm⁻², A = ${area} cm²; ${range(area, ' cm²')}`)])] : [])]
    findings.push(...qualityOf(points, fit.r2, rates.size, view.catalyst))
    const ends = [0, points.at(-1)!.rate_mV_s]
    return {
      results, needs: uniqueNeeds(needs), findings,
      figures: figures([{ name: `C_dl = ${cdl.toPrecision(4)} mF cm⁻²`, style: 'line', x: ends, y: ends.map((rate) => fit.intercept + fit.slope * rate) }])
    }
  }
})

function scanRateWanted(cvs: readonly Entry[]): Message {
  const file = nameOf(cvs[0]!)
  return cvs.length === 1 ? message('needs.scanRateOf', 'scan rate of {file}', { file }) : message('needs.scanRatesOf', 'scan rates of {n} CVs in one window ({file} …)', { n: cvs.length, file })
}

function qualityOf(points: readonly { entry: Entry; rate_mV_s: number; half: number }[], r2: number | null, rates: number, catalyst: string | null): Finding[] {
  const entries = points.map((point) => point.entry)
  const findings: Finding[] = []
  if (rates < 5) findings.push(found(catalyst, entries, 'warning', 'check.fewScanRates', 'C_dl rests on {n} scan rates; five or more are usual.', { n: rates }))
  if (r2 !== null && r2 < 0.99) findings.push(found(catalyst, entries, 'warning', 'check.cdlR2', 'Δj/2 against scan rate has r² = {r2}, below 0.99: part of the current is not double-layer charging.', { r2: r2.toFixed(4) }))
  if (points.length >= 3 && points.every((point) => point.half > 0)) {
    const alpha = linearFit(points.map((point) => Math.log(point.rate_mV_s)), points.map((point) => Math.log(point.half))).slope
    if (alpha < 0.9 || alpha > 1.1) findings.push(found(catalyst, entries, 'warning', 'check.allometric', 'The charging current grows as ν^{alpha}, outside 0.9–1.1: the window holds more than double-layer charging.', { alpha: alpha.toFixed(2) }))
  }
  return findings
}

function found(catalyst: string | null, entries: readonly Entry[], level: Finding['level'], id: string, text: string, params: Record<string, string | number>): Finding {
  return { rule: 'double-layer-capacitance', level, catalyst, message: message(id, text, params), source: SOURCE, metric: 'cdl', entries: entries.map((entry) => entry.id) }
}
