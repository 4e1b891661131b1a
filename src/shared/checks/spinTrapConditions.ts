import type { Finding } from '../analyses/analysis'
import { techniqueOf } from '../electrochemistry/techniqueOf'
import { message } from '../message'
import type { FieldKey } from '../metadata/fields'
import type { Entry } from '../project'
import { resultsOf, type Check } from './check'
import { number, placeOf } from './stated'
import { OWN } from './thresholds'

/** Nearer than a tenth, times and masses are the same. */
const NEAR = 0.1
const wanted = [['time_h', 'time', 'h'], ['mass_mg', 'mass', 'mg']] as const satisfies readonly (readonly [FieldKey, string, string])[]

/** Intensities of spin adducts compare at one time of trapping and one mass of catalyst; scans, gain and power are seen to on the cards. */
export const spinTrapConditions: Check = {
  rule: 'epr-conditions',
  scope: 'project',
  run: (input) => {
    const used = new Set(resultsOf(input, 'epr_intensity').flatMap(({ inputs }) => inputs))
    const spectra = used.size === 0 ? [] : input.entries.filter((entry) => used.has(entry.id) && techniqueOf(entry) === 'EPR')
    if (new Set(spectra.map(({ fields }) => fields.catalyst?.value)).size < 2) return []
    const about = { rule: 'epr-conditions', catalyst: null, metric: 'epr_intensity', source: OWN, entries: spectra.map(({ id }) => id) } as const
    const silent = wanted.filter(([key]) => spectra.every(({ fields }) => fields[key] === undefined))
    return [
      ...wanted.flatMap(([key, name, unit]) => differing(spectra, key).map(([least, most]): Finding => ({
        ...about, level: 'warning',
        message: message('check.eprConditions', 'The EPR spectra differ in {name}: {a} {unit} in {first}, {b} {unit} in {second}; their intensities do not compare.', { name, unit, a: number(least.fields[key]!.value), first: placeOf(least, key), b: number(most.fields[key]!.value), second: placeOf(most, key) })
      }))),
      ...(silent.length === 0 ? [] : [{ ...about, level: 'note' as const, message: message('check.eprUnknown', 'Not on record for the EPR spectra: {names}. Their intensities compare only where these were the same.', { names: silent.map(([, name]) => name).join(', ') }) }])
    ]
  }
}

/** The least and the most, where they are far apart. */
function differing(spectra: readonly Entry[], key: (typeof wanted)[number][0]): readonly (readonly [Entry, Entry])[] {
  const sorted = spectra.filter(({ fields }) => fields[key] !== undefined).toSorted((a, b) => a.fields[key]!.value - b.fields[key]!.value)
  const [least, most] = [sorted[0], sorted.at(-1)]
  return least && most && most.fields[key]!.value > least.fields[key]!.value * (1 + NEAR) ? [[least, most]] : []
}
