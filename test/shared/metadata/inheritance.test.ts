import { describe, expect, it } from 'vitest'
import { createInheritance, inheritCatalyst } from '../../../src/shared/metadata/inheritCatalyst'
import type { Sourced } from '../../../src/shared/metadata/fields'
import type { Entry } from '../../../src/shared/project'
import { replacedAt } from '../../../src/shared/replacedAt'
import { randomFrom } from '../../faults/faultLab'

const stated = (value: string, where: string): Sourced<string> => ({ value, origin: 'runSheet', where })
let revision = 0
function entryOf(id: number, run: string | null, catalyst: string | null): Entry {
  revision += 1
  return {
    id: `f${id}:0`, measurement: null, fileId: `f${id}`, path: `${id}.txt`, tags: [], content: '', revision: String(revision),
    fields: { ...(run === null ? {} : { run: stated(run, `row ${id}`) }), ...(catalyst === null ? {} : { catalyst: stated(catalyst, `row ${id}`) }) }
  }
}

describe('catalysts inherited from the run, kept from change to change', () => {
  it('are those of a look at everything, whatever is replaced, and what nothing bears on stays the same object', () => {
    const random = randomFrom(7)
    const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!
    const any = (id: number): Entry => entryOf(id, pick([null, 'R1', ' r1', 'R2', 'R3', 'R4']), pick([null, null, null, 'RuFe-NC', 'RuCo-NC']))
    const inherit = createInheritance()
    let entries: readonly Entry[] = Array.from({ length: 40 }, (_, id) => any(id))
    let before = inherit(entries)
    let inheriting = 0
    for (let step = 0; step < 2000; step += 1) {
      const places = Array.from({ length: pick([1, 1, 1, 2, 12]) }, () => Math.floor(random() * entries.length))
      const isAnother = random() < 0.5
      const replaced = new Set(places.map((i) => entries[i]!.id))
      entries = entries.map((entry) => {
        if (!replaced.has(entry.id)) return entry
        const id = Number(entry.fileId.slice(1))
        return isAnother ? any(id) : entryOf(id, entry.fields.run?.value ?? null, entry.fields.catalyst?.value ?? null) // only its volume, say
      })
      const isMoved = random() < 0.05 // another entry may then be the first to name a catalyst
      if (isMoved) entries = [...entries.slice(1), entries[0]!]
      const now = inherit(entries)
      expect(now).toEqual(inheritCatalyst(entries))
      if (!isAnother && !isMoved) expect(now.filter((entry) => !replaced.has(entry.id) && !before.includes(entry))).toEqual([])
      inheriting += now.filter((entry, i) => entry !== entries[i]).length
      before = now
    }
    expect(inheriting).toBeGreaterThan(1000)
  })
  it('places that were replaced are found, unless the list is another one', () => {
    const [a, b, c] = [{}, {}, {}]
    const eight = [a, a, a, a, a, a, a, b]
    expect(replacedAt(eight, eight)).toEqual([])
    expect(replacedAt(eight, eight.with(3, c))).toEqual([3])
    expect(replacedAt(eight, [...eight, c])).toBeNull()
    expect(replacedAt(eight, eight.with(3, c).with(4, c))).toBeNull()
  })
})
