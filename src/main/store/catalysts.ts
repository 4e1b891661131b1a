import type { Catalyst } from '../../shared/project'
import { colourOf } from '../../shared/catalystColours'
import type { Driver } from './driver'

type Row = Omit<Catalyst, 'isNew' | 'archived'> & { isNew: number; archived: number }
const of = ({ isNew, archived, ...row }: Row): Catalyst => ({ ...row, isNew: isNew === 1, archived: archived === 1 })

export const readCatalysts = (driver: Driver): Catalyst[] =>
  driver.all<Row>('SELECT name, colour, marker, isNew, archived FROM catalysts ORDER BY position').map(of)

export function addCatalyst(driver: Driver, name: string, isNew: boolean): void {
  const names = readCatalysts(driver).map((catalyst) => catalyst.name)
  if (names.includes(name)) return
  const { colour, marker } = colourOf(name, names)
  driver.run('INSERT INTO catalysts (name, position, colour, marker, isNew) VALUES (?, ?, ?, ?, ?)', [name, names.length, colour, marker, isNew ? 1 : 0])
}

export function updateCatalyst(driver: Driver, catalyst: Catalyst): void {
  driver.run('UPDATE catalysts SET colour = ?, marker = ?, archived = ?, isNew = ? WHERE name = ?',
    [catalyst.colour, catalyst.marker, catalyst.archived ? 1 : 0, catalyst.isNew ? 1 : 0, catalyst.name])
}
