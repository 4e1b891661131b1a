import type { Figure } from '../../figure'
import { columnOf } from '../../measurement'
import { message } from '../../message'
import type { CatalystEntries } from '../../project'
import { adsorbateText } from '../../spectroscopy/adsorbateText'
import { moleculeCorrections, referenceReaction } from '../../thermochemistry/referenceReaction'
import { harmonicCorrection } from '../../thermochemistry/vibrations'
import { defineAnalysis, type ComputeContext, type Conditions, type Finding, type Need, type Result, type Settings } from '../analysis'
import { uniqueNeeds } from '../electrolysisPlan'
import { calculationOf, lowest, titleOf, type Calculation } from './calculations'
import { comparability } from './comparable'

const SOURCE = 'Nørskov et al., J. Phys. Chem. B 108 (2004) 17886; nitrate through HNO₃(g): Calle-Vallejo et al., Phys. Chem. Chem. Phys. 15 (2013) 3196'
const TEMPERATURE_K = 298.15
const molecules = ['HNO3', 'H2', 'H2O'] as const

/** Adsorption energies from groups of calculations: slab, slab with adsorbate, molecules; free ones where frequencies are given. */
export const adsorptionEnergy = defineAnalysis<null>({
  id: 'adsorption-energy',
  version: 2,
  title: 'Adsorption energies',
  tab: 'mechanism',
  scope: 'catalyst',
  metrics: ['adsorption_energy', 'adsorption_free_energy'],
  about: {
    equation: 'ΔE(*X) = E(*X) − E(*) − [a E(HNO₃) + b E(H₂) + c E(H₂O)];  ΔG = ΔE + ΔZPE − TΔS + a·0.392 eV', source: SOURCE,
    assumes: [
      'E(sigma→0) of the last ionic step', 'folders say what a calculation is of: slab, NO3, slab_NO2_top, H/freq, molecules/HNO3', 'of several calculations of one kind the lowest energy',
      'different ENCUT, functional, dispersion or potentials: no number', 'ZPE and T·S of the adsorbate from its real modes (harmonic, 298.15 K), of the molecules from tables', 'a is the number of nitrogen atoms; 0.392 eV takes NO₃⁻ + H⁺ to HNO₃(g)'
    ]
  },
  settings: [
    { key: 'nitrate', label: 'NO₃⁻(aq) + H⁺ → HNO₃(g)', unit: 'eV', default: 0.392 },
    { key: 'hydrogen', label: 'ΔZPE − TΔS of *H without frequencies', unit: 'eV', default: 0.24 },
    { key: 'floor', label: 'Modes are raised to, for entropies', unit: 'cm⁻¹', default: 50 }
  ],
  after: [],
  collect: (view) => {
    const entries = calculationsOf(view).filter(({ role }) => role !== 'molecule').map(({ entry }) => entry.id)
    return entries.length > 0 && view.catalyst !== null ? { entries: calculationsOf(view).map(({ entry }) => entry.id), plan: null } : null
  },
  compute: (view, _plan, settings, context) => {
    const results: Result[] = []
    const needs: Need[] = []
    const findings: Finding[] = []
    const all = calculationsOf(view)
    const relaxed = all.filter(({ isVibration }) => !isVibration)
    const clean = lowest(relaxed.filter(({ role }) => role === 'slab'))
    const adsorbates = relaxed.filter(({ role }) => role === 'adsorbate')
    for (const [key, own] of bySite(adsorbates)) {
      const adsorbed = lowest(own)!
      const { species, site } = adsorbed
      const name = `*${species}`
      const reaction = referenceReaction(species)
      const amounts = { HNO3: reaction.nitricAcid, H2: reaction.hydrogen, H2O: reaction.water }
      const parts = molecules.filter((molecule) => amounts[molecule] !== 0).map((molecule) => ({ molecule, amount: amounts[molecule], calculation: lowest(relaxed.filter((one) => one.role === 'molecule' && one.species === molecule)) }))
      if (!clean) needs.push({ message: message('needs.slab', 'OUTCAR or vasprun.xml of the clean slab of {catalyst}, in a folder named slab', { catalyst: view.catalyst ?? '' }), where: 'folders' })
      for (const { molecule, calculation } of parts) if (!calculation) needs.push({ message: message('needs.molecule', 'OUTCAR or vasprun.xml of {molecule}, in a folder molecules/{molecule}', { molecule }), where: 'folders' })
      if (!clean || parts.some(({ calculation }) => !calculation)) continue
      const check = comparability(view.catalyst, name, adsorbed, [clean, ...parts.map(({ calculation }) => calculation!)])
      findings.push(...check.findings)
      if (!check.isComparable) continue
      const inputs = [adsorbed, clean, ...parts.map(({ calculation }) => calculation!)].map(({ entry }) => entry.id)
      const dE = parts.reduce((sum, { amount, calculation }) => sum - amount * calculation!.energy_eV, adsorbed.energy_eV - clean.energy_eV)
      const conditions: Conditions = { species: name, electrons: 2 * reaction.hydrogen, ...(site === '' ? {} : { site }) }
      const reference = parts.map(({ molecule, amount }) => `${amount === 1 ? '' : `${String(amount).replace('-', '\u2212')} `}${molecule}`).join(' + ')
      results.push({ catalyst: view.catalyst, metric: 'adsorption_energy', value: dE, u: null, unit: 'eV', conditions, method: `against the clean slab and ${reference}; ${titleOf(adsorbed)} ${adsorbed.energy_eV.toFixed(4)} eV, slab ${clean.energy_eV.toFixed(4)} eV`, inputs })
      const correction = correctionOf(all.find((one) => one.isVibration && one.role === 'adsorbate' && siteKey(one) === key), species, settings, context)
      if (correction) {
        const ofMolecules = parts.reduce((sum, { molecule, amount }) => sum + amount * (moleculeCorrections[molecule].zeroPointEnergy_eV - moleculeCorrections[molecule].entropyTerm_eV), 0)
        const shift = correction.isDifference ? correction.value : correction.value - ofMolecules
        results.push({ catalyst: view.catalyst, metric: 'adsorption_free_energy', value: dE + shift + reaction.nitricAcid * Number(settings.nitrate), u: null, unit: 'eV', conditions, method: `ΔE ${dE.toFixed(4)} eV; ${correction.text}${reaction.nitricAcid === 0 ? '' : `; ${reaction.nitricAcid} × ${settings.nitrate} eV for nitrate`}; U = 0 V vs RHE`, inputs: [...inputs, ...correction.inputs] })
      }
    }
    // Along the path of nitrate, hydrogen last.
    results.sort((a, b) => placeOf(a) - placeOf(b))
    return { results, figures: barsOf(results, view.catalyst), needs: uniqueNeeds(needs), findings }
  }
})

const calculationsOf = (view: CatalystEntries): Calculation[] => [...view.entries, ...view.common].flatMap((entry) => calculationOf(entry) ?? [])
const siteKey = ({ species, site }: Calculation): string => `${species}|${site}`

function bySite(calculations: readonly Calculation[]): Map<string, Calculation[]> {
  const groups = new Map<string, Calculation[]>()
  for (const one of calculations) groups.set(siteKey(one), [...(groups.get(siteKey(one)) ?? []), one])
  return groups
}

interface Correction { readonly value: number; readonly text: string; readonly inputs: readonly string[]; /** Of the adsorption, not of the adsorbate alone. */ readonly isDifference: boolean }

/** ZPE − T·S of the adsorbate from its modes; of *H the usual difference where there are none; else null. */
function correctionOf(vibration: Calculation | undefined, species: string, settings: Settings, context: ComputeContext): Correction | null {
  if (!vibration) return species === 'H' ? { value: Number(settings.hydrogen), text: `ΔZPE − TΔS ${settings.hydrogen} eV as entered`, inputs: [], isDifference: true } : null
  const measurement = context.load(vibration.entry.id)
  const modes = columnOf(measurement, 'wavenumber')
  const kind = measurement.columns.find(({ name }) => name === 'kind')
  if (!modes) return null
  const real = Array.from(modes.values).filter((mode, i) => mode > 0 && kind?.labels?.[kind.values[i] ?? 0] !== 'imaginary')
  const { zeroPointEnergy_eV, entropyTerm_eV, clamped } = harmonicCorrection(real, TEMPERATURE_K, Number(settings.floor))
  const imaginary = modes.values.length - real.length
  return {
    value: zeroPointEnergy_eV - entropyTerm_eV, inputs: [vibration.entry.id], isDifference: false,
    text: `ZPE ${zeroPointEnergy_eV.toFixed(3)} eV, T·S ${entropyTerm_eV.toFixed(3)} eV of ${real.length} modes${clamped === 0 ? '' : `, ${clamped} raised to ${settings.floor} cm⁻¹`}${imaginary === 0 ? '' : `, ${imaginary} imaginary left out`}`
  }
}

function barsOf(results: readonly Result[], catalyst: string | null): Figure[] {
  const names = [...new Set(results.map(nameOfResult))]
  const valueOf = (metric: string, name: string): number | null => results.find((result) => result.metric === metric && nameOfResult(result) === name)?.value ?? null
  if (names.length === 0) return []
  return [{
    kind: 'bars', id: 'adsorption-energy', title: 'Adsorption energies', categories: names, x: { title: 'Adsorbate', unit: '' }, y: { title: 'ΔE, ΔG', unit: 'eV' }, stacked: false,
    groups: [
      { name: 'ΔE', ...(catalyst === null ? {} : { catalyst }), values: names.map((name) => valueOf('adsorption_energy', name)) },
      ...(results.some(({ metric }) => metric === 'adsorption_free_energy') ? [{ name: 'ΔG', values: names.map((name) => valueOf('adsorption_free_energy', name)) }] : [])
    ]
  }]
}

const placeOf = ({ conditions }: Result): number => Number(conditions.electrons) + (String(conditions.species).includes('N') ? 0 : 100)
const nameOfResult = ({ conditions }: Result): string => `${adsorbateText(String(conditions.species))}${conditions.site === undefined ? '' : ` ${conditions.site}`}`
