import { MOLAR_MASS_G_PER_MOL } from '../../constants'
import { analyteOfEntry, nameOf, readingsOf, type Electrolyses, type Electrolysis } from '../../electrochemistry/electrolysis'
import { amountContext, productAmount, type AmountContext, type ProductAmount } from '../../electrochemistry/productAmount'
import { blanksOf, netConcentration, type NetConcentration } from '../../electrochemistry/netConcentration'
import { combinedSpread, ownSpread, uncertaintyOf, type Spread } from '../../electrochemistry/spread'
import { runMeans } from '../../electrochemistry/replicateMeans'
import { readingsInTime } from '../../electrochemistry/timesOfElectrolysis'
import { message } from '../../message'
import type { Entry } from '../../project'
import { remembered } from '../../remembered'
import { defineAnalysis, type Computed, type Conditions, type Finding, type Need, type Result } from '../analysis'
import { chargeResult, collectElectrolyses, conditionsOf, uniqueNeeds } from '../electrolysisPlan'
import { barsAgainstPotential } from '../potentialFigure'

const SOURCE = 'balance of nitrogen'

export const nitrogenBalance = defineAnalysis<Electrolyses>({
  id: 'nitrogen-balance',
  version: 4,
  title: 'Conversion, selectivity and N balance',
  tab: 'performance',
  scope: 'catalyst',
  metrics: ['conversion', 'selectivity_nh3', 'n_balance'],
  about: {
    equation: 'conversion = (n₀ − n)/n₀;  selectivity = n(NH₃)/(n₀ − n);  N balance = (n(NO₃⁻) + n(NO₂⁻) + n(NH₃))/n₀',
    source: SOURCE,
    assumes: ['n₀ from the first NO₃⁻ reading (time 0), else from nitrate (M) and the volume', 'n from the NO₃⁻ readings of the end', 'gases (N₂, N₂O, NO) are not in the balance']
  },
  settings: [],
  after: ['electrolysis-charge', 'calibration'],
  collect: (view) => {
    const collected = collectElectrolyses(view)
    const nitrate = new Set(view.entries.flatMap((entry) => (analyteOfEntry(entry) === 'NO3' ? [entry.id] : [])))
    return nitrate.size > 0 && collected?.plan.runs.some((run) => run.readings.some((id) => nitrate.has(id))) ? collected : null
  },
  compute: (view, plan, _settings, context) => {
    const amounts = amountContext(view, plan.reagentBlanks, context.upstream('calibration'), context.derive)
    const singles: Result[] = []
    const needs: Need[] = []
    const findings: Finding[] = []
    for (const run of plan.runs) {
      const charge = chargeResult(run, context)
      const [ammonia, nitrite] = [productAmount(run, 'NH3', amounts), productAmount(run, 'NO2', amounts)]
      const made = balances(run, [view.catalyst, charge, amounts.calibration, ammonia, nitrite, ...blanksOf(run, 'NO3', amounts)], () => balanceOf(run, view.catalyst, conditionsOf(run, charge), [ammonia, nitrite].map(known), amounts))
      singles.push(...made.results)
      needs.push(...made.needs)
      findings.push(...made.findings)
    }
    for (const { value, conditions, inputs } of singles.filter((single) => single.metric === 'n_balance' && (single.value < 90 || single.value > 110))) {
      findings.push({ rule: 'n-balance', level: value > 110 ? 'error' : 'warning', catalyst: view.catalyst, metric: 'n_balance', conditions, entries: inputs, source: SOURCE, message: message('check.nBalance', 'The nitrogen balance is {value} %, outside 90–110 %.', { value: value.toFixed(1) }) })
    }
    const results = [...singles, ...runMeans(singles)]
    const figure = barsAgainstPotential(results, [{ name: 'conversion', metric: 'conversion' }, { name: 'selectivity NH₃', metric: 'selectivity_nh3' }, { name: 'N balance', metric: 'n_balance' }], { id: 'nitrogen-balance', title: 'Nitrogen balance', yTitle: 'share', unit: '%', stacked: false })
    return { results, figures: figure && figure.groups.length > 0 ? [figure] : [], needs: uniqueNeeds(needs), findings }
  }
})

type OfRun = Pick<Computed, 'results' | 'needs' | 'findings'>
const balances = remembered<OfRun>()
const known = (amount: ReturnType<typeof productAmount>): ProductAmount | undefined => (amount && 'amountMol' in amount ? amount : undefined)

function balanceOf(run: Electrolysis, catalyst: string | null, conditions: Conditions, [ammonia, nitrite]: readonly (ProductAmount | undefined)[], amounts: AmountContext): OfRun {
  const results: Result[] = []
  const findings: Finding[] = []
  const nitrate = nitrateOf(run, amounts, findings)
  if (!nitrate?.amounts) return { results, needs: nitrate?.needs ?? [], findings }
  const { first_mol, last_mol, firstSpread, lastSpread } = nitrate.amounts
  const inputs = [...new Set([...nitrate.inputs, ...(ammonia?.inputs ?? []), ...(nitrite?.inputs ?? [])])]
  const result = (metric: string, value: number, u: number | null, method: string): void => void results.push({ catalyst, metric, value, u, unit: '%', conditions, method, inputs })
  const consumed = first_mol - last_mol
  // Of start and end on one calibration line, whose error is theirs in common.
  const u = (ofFirst: number, ofLast: number): number | null => { const spread = combinedSpread([[ofFirst, firstSpread], [ofLast, lastSpread]]); return spread && uncertaintyOf(spread) }
  const together = (...parts: readonly (number | null)[]): number | null => (parts.some((part) => part === null) ? null : (100 * Math.hypot(...parts.map((part) => part ?? 0))) / first_mol)
  result('conversion', (100 * consumed) / first_mol, together(u(last_mol / first_mol, -1)), nitrate.method)
  if (ammonia && consumed > 0) {
    const selectivity = (100 * ammonia.amountMol) / consumed
    const uConsumed = u(1, -1)
    result('selectivity_nh3', selectivity, uConsumed === null || ammonia.u_mol === null ? null : Math.hypot(100 * ammonia.u_mol, selectivity * uConsumed) / consumed, 'NH₃ made per NO₃⁻ consumed')
  }
  if (ammonia && nitrite) {
    const share = (last_mol + ammonia.amountMol + nitrite.amountMol) / first_mol
    result('n_balance', 100 * share, together(u(-share, 1), ammonia.u_mol, nitrite.u_mol), 'NO₃⁻ left, NO₂⁻ and NH₃ over the NO₃⁻ at the start')
  }
  return { results, needs: nitrate.needs, findings }
}

interface Nitrate {
  readonly amounts?: { readonly first_mol: number; readonly last_mol: number; readonly firstSpread: Spread | null; readonly lastSpread: Spread | null }
  readonly method: string
  readonly inputs: readonly string[]
  readonly needs: readonly Need[]
}

/** Nitrate before and after; undefined where nothing was read of it. */
function nitrateOf(run: Electrolysis, amounts: AmountContext, findings: Finding[]): Nitrate | undefined {
  const readings = readingsOf(run.readings, 'NO3', amounts.entries)
  if (readings.length === 0) return undefined
  const without = (needs: readonly Need[]): Nitrate => ({ method: '', inputs: [], needs })
  const entries = readings.map((entry) => entry.id)
  const volume_mL = run.fields.volume_mL?.value
  if (volume_mL === undefined || !(volume_mL > 0)) return without([{ message: message('needs.volumeNitrate', 'electrolyte volume, for the nitrogen balance'), where: 'runSheet', field: 'volume_mL', entries }])
  const { atEnd, earlier } = readingsInTime(readings, run.end_h)
  const ofStart = earlier.filter((entry) => entry.fields.time_h?.value === 0)
  if (atEnd.length === 0) return without([{ message: message('needs.endNitrate', 'NO3⁻ reading of {file} at the end of the electrolysis, for the nitrogen balance', { file: nameOf(readings[0]) }), where: 'runSheet', field: 'time_h', entries }])
  const at = (chosen: readonly Entry[]): NetConcentration | { readonly needs: readonly Need[] } => netConcentration(run, chosen, 'NO3', amounts, findings)
  const last = at(atEnd)
  if ('needs' in last) return without(last.needs)
  const start = ofStart.length > 0 ? at(ofStart) : undefined
  if (start && 'needs' in start) return without(start.needs)
  const stated_M = run.fields.nitrate_M?.value
  const perUg = (volume_mL * 1e-6) / MOLAR_MASS_G_PER_MOL['NO3-']
  const first_mol = start ? start.value * perUg : (stated_M ?? 0) * volume_mL * 1e-3
  if (!(first_mol > 0)) return without([{ message: message('needs.startNitrate', 'NO3⁻ at the start: a reading at time 0, or nitrate (M)'), where: 'runSheet', field: 'nitrate_M', entries }])
  return {
    amounts: { first_mol, last_mol: last.value * perUg, firstSpread: start ? combinedSpread([[perUg, start.spread]]) : ownSpread(0), lastSpread: combinedSpread([[perUg, last.spread]]) },
    method: start ? 'NO₃⁻ measured at the start and at the end' : `NO₃⁻ at the start as stated (${stated_M} M), measured at the end`, inputs: [...new Set([...last.inputs, ...(start?.inputs ?? [])])], needs: []
  }
}
