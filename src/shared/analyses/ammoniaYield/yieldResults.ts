import { areaOf } from '../../electrochemistry/areaOf'
import { catalystMass } from '../../electrochemistry/catalystMass'
import type { Electrolysis } from '../../electrochemistry/electrolysis'
import type { ProductAmount } from '../../electrochemistry/productAmount'
import type { Entry, ProjectDefaults } from '../../project'
import type { Computed, Conditions, Need, Result, Term } from '../analysis'
import { molarYieldPerArea, yieldPerArea, yieldPerMass } from './ammoniaYield'

export type ResultMaker = (metric: string, unit: string, perMol: number, method: string, terms: readonly Term[]) => Result

/** Results of one amount of NH3: the value is what one mole makes, times the amount. */
export function resultMaker(catalyst: string | null, conditions: Conditions, amount: ProductAmount, charge: Pick<Result, 'inputs'> | undefined): ResultMaker {
  return (metric, unit, perMol, method, terms) => ({
    catalyst, metric, unit, conditions, method, value: amount.amountMol * perMol, u: amount.u_mol === null ? null : amount.u_mol * perMol,
    inputs: [...new Set([...(charge?.inputs ?? []), ...amount.inputs])], terms: [...amount.terms, ...terms], budget: amount.budget.map(({ source, u }) => ({ source, u: u * perMol }))
  })
}

/** The rates per mass and area, and what is missing for them. */
export function ratesOf(run: Electrolysis, time_h: number, entries: ReadonlyMap<string, Entry>, defaults: ProjectDefaults, result: ResultMaker): Pick<Computed, 'results' | 'needs'> {
  const results: Result[] = []
  const needs: Need[] = []
  const ids = [...new Set([...run.traces, ...run.readings])]
  const anchor = entries.get(ids[0] ?? '')
  const area = anchor ? areaOf({ ...anchor, fields: run.fields } satisfies Entry, defaults) : undefined
  const area_cm2 = typeof area === 'number' ? area : undefined
  const mass = catalystMass(run, area_cm2, ids)
  const time: Term = { name: 'time_h', value: time_h }
  if ('mass_mg' in mass) results.push(result('yield_nh3_mass', 'mg/h/mgcat', yieldPerMass({ amountMol: 1, time_h, mass_mg: mass.mass_mg }), `r = n·M/(t·m), ${mass.method}`, [time, { name: 'mass_mg', value: mass.mass_mg }]))
  else needs.push(mass)
  if (area_cm2 === undefined) return { results, needs: typeof area === 'object' ? [...needs, area] : needs }
  const terms: Term[] = [time, { name: 'area_cm2', value: area_cm2 }]
  results.push(result('yield_nh3_area', 'mg/h/cm2', yieldPerArea({ amountMol: 1, time_h, area_cm2 }), 'r = n·M/(t·A)', terms))
  results.push(result('yield_nh3_molar', 'umol/h/cm2', molarYieldPerArea({ amountMol: 1, time_h, area_cm2 }), 'r = n/(t·A)', terms))
  return { results, needs }
}
