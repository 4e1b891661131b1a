import { message } from '../../message'
import type { Finding } from '../analysis'
import { titleOf, type Calculation } from './calculations'

const RULE = 'calculation-settings'
const SOURCE = 'energies of different cut-offs, functionals or potentials have no common zero'
const factOf = ({ entry }: Calculation, name: string): string | null => {
  const value = entry.measurement?.facts.find((fact) => fact.name === name)?.value
  return value === undefined ? null : String(value)
}
const words: ReadonlyMap<string, string> = new Map([['encut_eV', 'ENCUT'], ['functional', 'functional'], ['vdw', 'dispersion correction'], ['kPoints', 'k-points']])

/** The potentials of each element, so that a slab and a molecule are compared in what they share. */
const potentialsOf = (calculation: Calculation): ReadonlyMap<string, string> =>
  new Map((factOf(calculation, 'potentials') ?? '').split(';').map((text) => text.trim()).filter((text) => text !== '').map((text) => [/([A-Z][a-z]?)(?=[_\s]|$)/.exec(text.replace(/^PAW_?\w*\s+/, ''))?.[1] ?? text, text]))

/** What makes the energies of two calculations incomparable, in words; null: nothing that the files state. A number that one file lacks counts as the same, except for a dispersion correction. */
function difference(a: Calculation, b: Calculation): string | null {
  for (const name of ['encut_eV', 'functional', 'vdw']) {
    const [own, other] = [factOf(a, name), factOf(b, name)]
    if (own !== other && (name === 'vdw' || (own !== null && other !== null))) return `${words.get(name)} ${own ?? 'none'} and ${other ?? 'none'}`
  }
  const others = potentialsOf(b)
  for (const [element, own] of potentialsOf(a)) {
    const other = others.get(element)
    if (other !== undefined && other !== own) return `potentials ${own} and ${other}`
  }
  return null
}

/** An error where energies must not be subtracted, warnings where they should be looked at. */
export function comparability(catalyst: string | null, species: string, first: Calculation, others: readonly Calculation[]): { readonly isComparable: boolean; readonly findings: readonly Finding[] } {
  const findings: Finding[] = []
  const found = (level: Finding['level'], text: Finding['message'], entries: readonly Calculation[]): void =>
    void findings.push({ rule: RULE, level, catalyst, metric: 'adsorption_energy', conditions: { species }, message: text, source: SOURCE, entries: entries.map(({ entry }) => entry.id) })
  for (const other of others) {
    const what = difference(first, other)
    if (what !== null) found('error', message('finding.unlikeCalculations', 'No adsorption energy of {species}: {a} and {b} differ in {what}.', { species, a: titleOf(first), b: titleOf(other), what }), [first, other])
  }
  const slab = others.find(({ role }) => role === 'slab')
  const [own, clean] = [factOf(first, 'kPoints'), slab ? factOf(slab, 'kPoints') : null]
  if (slab && own !== null && clean !== null && own !== clean) found('warning', message('finding.unlikeKPoints', '{species}: {a} has {own} k-points, {b} has {clean}.', { species, a: titleOf(first), own, b: titleOf(slab), clean }), [first, slab])
  // Molecules of closed shells have one energy with and without spin.
  const [spin, spinOfClean] = [factOf(first, 'ispin'), slab ? factOf(slab, 'ispin') : null]
  if (slab && spin !== null && spinOfClean !== null && spin !== spinOfClean) found('warning', message('finding.unlikeSpin', '{species}: {a} has ISPIN {own}, {b} {clean}: where the surface is magnetic their energies have no common zero.', { species, a: titleOf(first), own: spin, b: titleOf(slab), clean: spinOfClean }), [first, slab])
  for (const one of [first, ...others]) {
    const broken = ['electronicConverged', 'ionicConverged'].filter((name) => factOf(one, name) === 'false')
    if (broken.length > 0) found('warning', message('finding.notConverged', '{species}: {a} did not converge ({what}).', { species, a: titleOf(one), what: broken.includes('ionicConverged') ? 'forces' : 'electrons' }), [one])
    else if (one.entry.measurement?.complete === false) found('warning', message('finding.unfinishedRun', '{species}: {a} stopped before its end.', { species, a: titleOf(one) }), [one])
  }
  return { isComparable: !findings.some(({ level }) => level === 'error'), findings }
}
