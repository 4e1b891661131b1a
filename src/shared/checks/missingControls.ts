import type { Finding } from '../analyses/analysis'
import { isNitrateFree, roleOf } from '../electrochemistry/role'
import { analyteOf } from '../electrochemistry/species'
import { message } from '../message'
import { resultsOf, type Check } from './check'

const SOURCE = 'Andersen et al., Nature 570 (2019) 504: control experiments'

/** No blank of an analyte, no nitrate-free curve of a catalyst, no ¹⁵N result on record. */
export const missingControls: Check = {
  rule: 'missing-controls',
  run: (input) => {
    const findings: Finding[] = []
    const results = resultsOf(input, 'fe_nh3')
    const catalysts = [...new Set(results.flatMap((result) => result.catalyst ?? []))]
    const blanks = new Set(input.entries.filter((entry) => roleOf(entry) === 'blank').map((entry) => analyteOf(entry.fields.analyte?.value ?? '')))
    if (results.length > 0 && !blanks.has('NH3')) findings.push({ rule: 'no-blank', level: 'warning', catalyst: null, source: SOURCE, metric: 'fe_nh3', message: message('check.noBlank', 'No blank of NH3 is on record: NH₃ from air and chemicals is counted as product.') })
    for (const catalyst of catalysts) {
      const hasControl = input.entries.some((entry) => entry.fields.catalyst?.value === catalyst && isNitrateFree(entry))
      if (!hasControl) findings.push({ rule: 'no-nitrate-free-control', level: 'warning', catalyst, source: SOURCE, metric: 'fe_nh3', message: message('check.noControl', 'No nitrate-free control of {catalyst} is on record.', { catalyst }) })
    }
    const hasIsotope = resultsOf(input, 'n15_agreement').length > 0 || input.entries.some((entry) => entry.measurement?.technique === 'NMR')
    if (catalysts.length > 0 && !hasIsotope) findings.push({ rule: 'no-15n', level: 'note', catalyst: null, source: SOURCE, metric: 'fe_nh3', message: message('check.no15N', 'No ¹⁵N isotope check is on record.') })
    return findings
  }
}
