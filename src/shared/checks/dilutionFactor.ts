import type { Finding } from '../analyses/analysis'
import { isReading } from '../electrochemistry/electrolysis'
import { roleOf } from '../electrochemistry/role'
import { message } from '../message'
import type { Entry } from '../project'
import type { Check } from './check'
import { number, placeOf } from './stated'
import { OWN, threshold } from './thresholds'

/** 33.3 of one in thirty is meant as a whole number, 2.5 hardly. */
const NEAR_WHOLE = 0.05

/** A dilution is usually a whole number of some tens; that it is missing is asked for on the cards. One finding a catalyst and kind. */
export const dilutionFactor: Check = {
  rule: 'dilution-factor',
  scope: 'catalyst',
  run: (input) => {
    const most = threshold(input, 'dilution')
    const stated = input.entries.filter((entry) => entry.fields.dilution !== undefined && roleOf(entry) !== 'standard' && isReading(entry))
    const dilution = ({ fields }: Entry): number => fields.dilution!.value
    const inverse = stated.filter((entry) => dilution(entry) < 1)
    const odd = stated.filter((entry) => dilution(entry) >= 1 && (dilution(entry) >= most || Math.abs(dilution(entry) - Math.round(dilution(entry))) > NEAR_WHOLE * dilution(entry)))
    const finding = ([first, ...others]: readonly Entry[], of: (params: Record<string, string | number>) => Finding['message']): Finding[] => (!first ? [] : [{
      rule: 'dilution-factor', level: 'note', catalyst: first.fields.catalyst?.value ?? null, source: OWN, entries: [first, ...others].map(({ id }) => id),
      message: of({ place: placeOf(first, 'dilution'), dilution: number(dilution(first), 6), n: 1 + others.length, most })
    }])
    return [
      ...finding(inverse, (params) => message('check.dilutionInverse', 'The dilution of {place} is {dilution} ({n} readings below 1): write total volume over volume of sample, not its inverse.', params)),
      ...finding(odd, (params) => message('check.dilutionOdd', 'The dilution of {place} is {dilution} ({n} readings); it is usually a whole number below {most}: check it.', params))
    ]
  }
}
