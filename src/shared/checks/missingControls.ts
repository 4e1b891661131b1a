import type { Finding } from '../analyses/analysis'
import { isNitrateFree, roleOf } from '../electrochemistry/role'
import { analyteOfEntry } from '../electrochemistry/electrolysis'
import { message } from '../message'
import { resultsOf, someResult, type Check } from './check'

const SOURCE = 'Andersen et al., Nature 570 (2019) 504: control experiments'

/** No blank of NH3 and no ¹⁵N result on record. */
export const missingControls: Check = {
  rule: 'missing-controls',
  scope: 'project',
  run: (input) => {
    if (!someResult(input, 'fe_nh3')) return []
    const findings: Finding[] = []
    const hasBlank = input.entries.some((entry) => roleOf(entry) === 'blank' && analyteOfEntry(entry) === 'NH3')
    if (!hasBlank) findings.push({ rule: 'no-blank', level: 'warning', catalyst: null, source: SOURCE, metric: 'fe_nh3', message: message('check.noBlank', 'No blank of NH3 is on record: NH₃ from air and chemicals is counted as product.') })
    const hasIsotope = input.entries.some((entry) => entry.measurement?.technique === 'NMR') || someResult(input, 'n15_agreement')
    if (!hasIsotope) findings.push({ rule: 'no-15n', level: 'note', catalyst: null, source: SOURCE, metric: 'fe_nh3', message: message('check.no15N', 'No ¹⁵N isotope check is on record.') })
    return findings
  }
}

/** A catalyst with efficiencies and no curve without nitrate. */
export const nitrateFreeControl: Check = {
  rule: 'no-nitrate-free-control',
  scope: 'catalyst',
  run: (input) => [...new Set(resultsOf(input, 'fe_nh3').flatMap((result) => result.catalyst ?? []))]
    .filter((catalyst) => !input.entries.some((entry) => entry.fields.catalyst?.value === catalyst && isNitrateFree(entry)))
    .map((catalyst) => ({ rule: 'no-nitrate-free-control', level: 'warning', catalyst, source: SOURCE, metric: 'fe_nh3', message: message('check.noControl', 'No nitrate-free control of {catalyst} is on record.', { catalyst }) }))
}
