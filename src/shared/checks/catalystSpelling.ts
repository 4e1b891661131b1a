import type { Finding } from '../analyses/analysis'
import { groupBy } from '../groupBy'
import { message } from '../message'
import { squeezedName } from '../metadata/catalystName'
import type { Entry } from '../project'
import type { Check } from './check'

/** Two spellings of what file names would take for one catalyst: nobody but the user knows whether they are one, so they are never merged. */
export const catalystSpelling: Check = {
  rule: 'catalyst-spelling',
  scope: 'project',
  run: ({ entries }) => {
    const byName = groupBy(entries.filter(({ fields }) => fields.catalyst !== undefined), ({ fields }) => fields.catalyst!.value)
    const alike = groupBy([...byName], ([name]) => squeezedName(name))
    return [...alike.values()].flatMap((spellings) => {
      const [usual, ...others] = spellings.toSorted(([, a], [, b]) => b.length - a.length)
      return others.map(([name, of]) => finding(name, of, usual![0]))
    })
  }
}

const finding = (name: string, entries: readonly Entry[], usual: string): Finding => ({
  rule: 'catalyst-spelling', level: 'warning', catalyst: name, source: 'run sheet', entries: entries.map(({ id }) => id),
  message: message('check.catalystSpelling', '{name} ({where}) is written {usual} elsewhere: one catalyst or two? If they are one, write one name.', { name, usual, where: entries[0]!.fields.catalyst!.where })
})
