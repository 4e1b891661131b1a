import type { Finding } from '../analyses/analysis'
import { isNitrateFree, roleOf } from '../electrochemistry/role'
import { analyteOfEntry } from '../electrochemistry/electrolysis'
import { message } from '../message'
import { blanksOnRecord, usedOf } from './blanksInUse'
import { resultsOf, someResult, type Check } from './check'

const SOURCE = 'Andersen et al., Nature 570 (2019) 504: control experiments'

/** No blank of NH3 in use and no ¹⁵N result on record. */
export const missingControls: Check = {
  rule: 'missing-controls',
  scope: 'project',
  run: (input) => {
    if (!someResult(input, 'fe_nh3')) return []
    const findings: Finding[] = []
    const blanks = blanksOnRecord(input).filter((entry) => analyteOfEntry(entry) === 'NH3')
    const text = blanks.length === 0
      ? message('check.noBlank', 'No blank of NH3 is on record: NH₃ from air and chemicals is counted as product.')
      : message('check.noBlankUsed', 'No blank of NH3 is subtracted, though one is on record: NH₃ from air and chemicals is counted as product.')
    if (usedOf(input, blanks).size === 0) findings.push({ rule: 'no-blank', level: 'error', catalyst: null, source: SOURCE, metric: 'fe_nh3', message: text })
    const hasIsotope = input.entries.some((entry) => entry.measurement?.technique === 'NMR') || someResult(input, 'n15_agreement')
    if (!hasIsotope) findings.push({ rule: 'no-15n', level: 'note', catalyst: null, source: SOURCE, metric: 'fe_nh3', message: message('check.no15N', 'No ¹⁵N isotope check is on record.') })
    return findings
  }
}

/** A catalyst with efficiencies and no curve without nitrate; a blank without nitrate is no such curve. */
export const nitrateFreeControl: Check = {
  rule: 'no-nitrate-free-control',
  scope: 'catalyst',
  run: (input) => [...new Set(resultsOf(input, 'fe_nh3').flatMap((result) => result.catalyst ?? []))]
    .filter((catalyst) => !input.entries.some((entry) => entry.fields.catalyst?.value === catalyst && isNitrateFree(entry) && !['blank', 'standard'].includes(roleOf(entry) ?? '')))
    .map((catalyst) => ({ rule: 'no-nitrate-free-control', level: 'error', catalyst, source: SOURCE, metric: 'fe_nh3', message: message('check.noControl', 'No nitrate-free control of {catalyst} is on record.', { catalyst }) }))
}
