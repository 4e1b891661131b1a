import { potentialAtCurrent, spikesBefore } from '../../electrochemistry/cathodicSweep'
import { nameOf } from '../../electrochemistry/electrolysis'
import { departureOnset, tangentOnset, thresholdOnset, type NoOnset, type Onset } from '../../electrochemistry/onset'
import { isNitrateFree } from '../../electrochemistry/role'
import { techniqueOf } from '../../electrochemistry/techniqueOf'
import type { RheSweep } from '../../electrochemistry/sweepOnRheScale'
import { message } from '../../message'
import type { Entry } from '../../project'
import type { Conditions, Finding, Result, Settings } from '../analysis'
import { potentialText } from '../toldApart'

export const SOURCE = 'seed paper, LSV in 0.5 M K₂SO₄ with and without NO₃⁻'

export function conditionsOfSweep(entry: Entry): Conditions {
  const { run, replicate, cycle, scanRate_mV_s, nitrate_M } = entry.fields
  const nitrate = isNitrateFree(entry) ? 0 : nitrate_M?.value
  return {
    ...(run ? { run: run.value } : {}), ...(replicate ? { replicate: replicate.value } : {}), ...(cycle ? { cycle: cycle.value } : {}),
    ...(scanRate_mV_s && scanRate_mV_s.origin !== 'header' ? { scan_rate_mV_s: scanRate_mV_s.value } : {}), ...(nitrate === undefined ? {} : { nitrate_M: nitrate })
  }
}

const refusals: Readonly<Record<NoOnset, string>> = {
  never: '{file} does not reach −{level} mA cm⁻², so it gives no {name}.',
  before: '{file} is beyond −{level} mA cm⁻² from its first point on, so its {name} cannot be seen: start the sweep at a more positive potential.',
  flat: '{file} has no quiet first 100 mV or no steep part behind it, which the {name} by this method needs: choose another method or start the sweep at a more positive potential.',
  noBlank: 'No nitrate-free sweep of this catalyst is on record, which the {name} by departure of {file} needs.'
}

/** Onset by the chosen method, E(−10 mA cm⁻²) and overpotential of one sweep; what a sweep does not show becomes a finding. */
export function numbersOf(entry: Entry, sweep: RheSweep, blank: RheSweep | null, catalyst: string | null, settings: Settings, findings: Finding[], conditions: Conditions = conditionsOfSweep(entry)): Result[] {
  const threshold = Number(settings.threshold)
  const equilibrium_V = Number(settings.equilibriumPotential)
  const refuse = (reason: NoOnset, level: number, name: string): undefined => {
    findings.push({ ...found('note', catalyst, entry, `finding.level.${reason}`, refusals[reason], { level: Math.abs(level), name }), conditions })
    return undefined
  }
  const ofCv = techniqueOf(entry) === 'CV' ? ', first cathodic sweep of a CV' : ''
  const result = (metric: string, value: number | undefined, method: string): Result[] =>
    value === undefined ? [] : [{ catalyst, metric, value, u: null, unit: 'V', conditions, method: `${method}${ofCv}; ${sweep.scale.method}`, inputs: [entry.id] }]
  const onset = onsetOf(sweep, blank, entry, settings)
  const minus10 = potentialAtCurrent(sweep, 10)
  const atMinus10 = typeof minus10 === 'number' ? minus10 : refuse(minus10, 10, 'potential at −10 mA cm⁻²')
  const onsetLevel = settings.onsetMethod === 'tangent' ? Number(settings.tangentAt) : threshold
  const spikes = new Map([...(settings.onsetMethod === 'departure' && !isNitrateFree(entry) ? [] : [onsetLevel]), 10].map((level) => [level, level > 0 ? spikesBefore(sweep, level) : null]))
  for (const [level, spike] of spikes) if (spike) findings.push({ ...found('note', catalyst, entry, 'finding.spike', '{file}: {n} point(s) beyond −{level} mA cm⁻² from {potential} V on do not last for five in a row and are taken for spikes.', { n: spike.n, level, potential: potentialText(Number(spike.potential_V.toPrecision(4))) }), rule: 'spike', conditions })
  if (typeof onset === 'string') refuse(onset, onset === 'never' ? onsetLevel : threshold, 'onset')
  return [
    ...(typeof onset === 'string' ? [] : result('onset', onset.potential_V, onset.method)),
    ...result('e_at_minus_10', atMinus10, 'linear between the points around −10 mA cm⁻²'),
    ...result('overpotential_10', atMinus10 === undefined ? undefined : equilibrium_V - atMinus10, `E_eq ${equilibrium_V} V − E(−10 mA cm⁻²)`)
  ]
}

function onsetOf(sweep: RheSweep, blank: RheSweep | null, entry: Entry, settings: Settings): Onset | NoOnset {
  if (settings.onsetMethod === 'tangent') return tangentOnset(sweep, Number(settings.tangentAt))
  // The nitrate-free curve itself has nothing to depart from: its onset stays the threshold's.
  if (settings.onsetMethod === 'departure' && !isNitrateFree(entry)) return departureOnset(sweep, blank)
  return thresholdOnset(sweep, Number(settings.threshold))
}

export function found(level: Finding['level'], catalyst: string | null, entry: Entry, id: string, text: string, params: Record<string, string | number>): Finding {
  return { rule: 'linear-sweep', level, catalyst, message: message(id, text, { file: nameOf(entry), ...params }), source: SOURCE, metric: 'onset', conditions: conditionsOfSweep(entry), entries: [entry.id] }
}
