import type { Finding } from '../analyses/analysis'
import { isAcidElectrolyte } from '../electrochemistry/electrolyteParts'
import { groupBy } from '../groupBy'
import { message } from '../message'
import type { Entry } from '../project'
import { assaySettings, assaysOf, type Stated } from './assayReadings'
import type { Check } from './check'
import { statedInRuns } from '../electrochemistry/statedInRuns'
import { number, placeOf, some } from './stated'

const SOURCE = 'University of Minnesota RAL: samples at pH 5–9 before salicylate'
const [LEAST, MOST] = [5, 9] as const

/** Indophenol and salicylate need a base of their own: an acid sample (of a trap, say) eats it up unless it was neutralised. One finding a catalyst. */
export const sampleAcidity: Check = {
  rule: 'sample-acidity',
  scope: 'project',
  run: (input) => {
    if (String(assaySettings(input).assay_NH3 ?? '').startsWith('Nessler')) return []
    const samples = assaysOf(input, ['NH3']).flatMap((assay) => assay.samples)
    if (samples.length === 0) return []
    const stated = statedInRuns(input.entries)
    const byCatalyst = groupBy(samples, ({ fields }) => fields.catalyst?.value ?? null)
    return [...byCatalyst].flatMap(([catalyst, own]) => [...outside(catalyst, own), ...acid(catalyst, own, stated)])
  }
}

function outside(catalyst: string | null, samples: readonly Entry[]): Finding[] {
  const found = samples.filter(({ fields: { samplePH } }) => samplePH !== undefined && (samplePH.value < LEAST || samplePH.value > MOST))
  const [first] = found
  return !first ? [] : [{
    rule: 'sample-acidity', level: 'warning', catalyst, metric: 'fe_nh3', source: SOURCE, entries: found.map(({ id }) => id),
    message: message('check.samplePH', 'The NH3 sample {sample} was coloured at pH {pH} ({n} outside pH {least}–{most}): neutralise before the reagents, or the colour stays too weak.', {
      sample: placeOf(first, 'samplePH'), pH: number(first.fields.samplePH!.value), n: found.length, least: LEAST, most: MOST
    })
  }]
}

/** Known to be acid, and nobody says that it was neutralised: quiet, because most do so without writing it down. */
function acid(catalyst: string | null, samples: readonly Entry[], stated: Stated): Finding[] {
  const isAcid = (entry: Entry): boolean => {
    const pH = stated(entry, 'pH')?.value
    return pH === undefined ? isAcidElectrolyte(stated(entry, 'electrolyte')?.value ?? '') : pH < LEAST
  }
  const found = samples.filter((entry) => entry.fields.samplePH === undefined && isAcid(entry))
  return found.length === 0 ? [] : [{
    rule: 'sample-acidity', level: 'note', catalyst, metric: 'fe_nh3', source: SOURCE, entries: found.map(({ id }) => id),
    message: message('check.acidSample', 'NH3 samples {samples} are of an acid electrolyte: state their pH when they were coloured (run sheet: sample pH), which should be {least}–{most}.', { samples: some(found.map((entry) => placeOf(entry, 'absorbance'))), least: LEAST, most: MOST })
  }]
}
