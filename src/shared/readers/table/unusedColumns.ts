import type { Measurement } from '../../measurement'
import { techniquesOfColumns } from '../../metadata/techniquesOfColumns'
import { choicesOf } from '../columnChoices'
import type { TableColumnChoice } from '../reader'

const mostNamed = 6

/** The sentence for tables of numbers whose columns are known too little for any analysis; null where there are none, or their user has said of every column what it is. */
export function unusedColumns(measurements: readonly Pick<Measurement, 'technique' | 'columns'>[], said: readonly TableColumnChoice[]): string | null {
  const open = measurements.map(({ technique, columns }, table) => {
    if (technique !== 'TABLE' || techniquesOfColumns(columns).length > 0) return []
    const choices = choicesOf(said, table)
    return columns.filter(({ quantity, at, labels }, i) => quantity === 'other' && !labels && !choices.has(at ?? i)).map(({ name }) => `"${name.slice(0, 40)}"`)
  })
  const names = [...new Set(open.flat())]
  if (names.length === 0) return null
  const listed = [...names.slice(0, mostNamed), ...(names.length > mostNamed ? ['…'] : [])].join(', ')
  return `No analysis uses ${measurements.length > 1 ? `${open.filter((one) => one.length > 0).length} of the tables` : 'this table'}: of the columns ${listed} neither quantity nor unit is known; name the columns in the Inbox.`
}
