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
  driver.run('INSERT INTO catalysts (name, position, colour, marker, isNew) VALUES (?, ?, ?, ?, ?)', [name, nextPosition(driver), colour, marker, isNew ? 1 : 0])
}

/** Behind all others, also where one between them is gone. */
const nextPosition = (driver: Driver): number => (driver.get<{ last: number | null }>('SELECT MAX(position) AS last FROM catalysts')?.last ?? -1) + 1

/** New catalysts go that no entry names any more, a slip of the pen that was corrected; what the user touched or set something for stays. */
export function removeUnusedCatalysts(driver: Driver, isUsed: (name: string) => boolean): void {
  const unused = readCatalysts(driver).filter(({ name, isNew }) => isNew && !isUsed(name) && !hasSettings(driver, name))
  if (unused.length > 0) driver.transaction(() => unused.forEach(({ name }) => driver.run('DELETE FROM catalysts WHERE name = ?', [name])))
}

/** New ones that are named no more by what brought them in: whatever else names them brings them back. */
export function forgetNewCatalysts(driver: Driver, names: ReadonlySet<string>): void {
  for (const { name, isNew } of readCatalysts(driver)) if (isNew && names.has(name) && !hasSettings(driver, name)) driver.run('DELETE FROM catalysts WHERE name = ?', [name])
}

const hasSettings = (driver: Driver, name: string): boolean => driver.get('SELECT 1 FROM settings WHERE substr(scope, -length(?)) = ? LIMIT 1', [`@${name}`, `@${name}`]) !== undefined

export function updateCatalyst(driver: Driver, catalyst: Catalyst): void {
  driver.run('UPDATE catalysts SET colour = ?, marker = ?, archived = ?, isNew = ? WHERE name = ?',
    [catalyst.colour, catalyst.marker, catalyst.archived ? 1 : 0, catalyst.isNew ? 1 : 0, catalyst.name])
}
