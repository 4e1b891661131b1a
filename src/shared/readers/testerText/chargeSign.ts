import type { Column } from '../../measurement'
import type { TesterHeader } from './testerColumn'

/** Rows of which at most this part may contradict: the first row of a step may still count what the step before gave. */
const CONTRARY = 0.05
/** Rows that show it at least: at rest the noise of the current has a sign as well. */
const FEWEST = 3
/** 'charge', 'CC Chg'; 'discharge', 'CC_DChg'. */
const ofCharge = /(?:^|[^a-z])(?:charg|chg)/i
const ofDischarge = /(?:^|[^a-z])(?:dis-?charg|dchg)/i

/** Which sign of the current charges, by what the file itself says: the capacity that grows, or the name of the step. */
export function chargeSign(columns: readonly Column[], headers: readonly TesterHeader[]): string {
  const unknown = 'as recorded; the file does not say which sign is discharge'
  const named = (name: string | undefined): Column | undefined => columns.find((column) => column.name === name)
  const ofBase = (...bases: readonly string[]): Column | undefined => named(headers.find(({ base, unit }) => bases.includes(base) && !/wh$/i.test(unit))?.name)
  const current = ofBase('current')?.values
  if (!current) return unknown
  const [charge, discharge] = [ofBase('chargecapacity', 'chargingcapacity')?.values, ofBase('dischargecapacity', 'dischargingcapacity')?.values]
  const type = named(headers.find(({ kind }) => kind === 'status')?.name)
  const grows = (values: Float64Array | undefined, row: number): boolean => row > 0 && values !== undefined && values[row]! > values[row - 1]!
  const isNamed = (word: RegExp, row: number): boolean => word.test(type?.labels?.[type.values[row]!] ?? '')
  const votes = { charge: { plus: 0, minus: 0 }, discharge: { plus: 0, minus: 0 } }
  for (let row = 0; row < current.length; row += 1) {
    const sign = Math.sign(current[row]!)
    if (sign === 0 || Number.isNaN(sign)) continue
    const [up, down] = [grows(charge, row) || isNamed(ofCharge, row), grows(discharge, row) || isNamed(ofDischarge, row)]
    if (up !== down) votes[up ? 'charge' : 'discharge'][sign > 0 ? 'plus' : 'minus'] += 1
  }
  const signOf = ({ plus, minus }: { plus: number; minus: number }): number => {
    const [less, more] = plus < minus ? [plus, minus] : [minus, plus]
    return more < FEWEST ? 0 : less <= CONTRARY * more ? Math.sign(plus - minus) : NaN
  }
  const [up, down] = [signOf(votes.charge), signOf(votes.discharge)]
  if (up === 1 && down === 1) return 'magnitude only; the capacities or the step types tell charge from discharge'
  if ((up === 1 && down <= 0) || (up === 0 && down === -1)) return 'charge current positive, discharge current negative (by the capacities or step types of the file)'
  if ((up === -1 && down >= 0) || (up === 0 && down === 1)) return 'charge current negative, discharge current positive (by the capacities or step types of the file)'
  return unknown
}
