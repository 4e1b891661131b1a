import type { Need } from '@shared/analyses/analysis'
import { groupBy } from '@shared/groupBy'

/** One line of what a card lacks: `need` leads to everything that it asks for, `parts` are the same need of single files. */
export interface NeedGroup {
  readonly need: Need
  readonly parts: readonly { readonly file: string; readonly need: Need }[]
}

/** Two lines say more than one that must be opened. */
const fewest = 3

const natural = new Intl.Collator('en', { numeric: true })

/** Needs that ask the same of different files or runs stand in one line; `each` says of how many: 'each of 12 files'. */
export function groupedNeeds(needs: readonly Need[], each: (files: readonly string[]) => string): NeedGroup[] {
  return [...groupBy(needs.map((need, i) => ({ need, i })), ({ need, i }) => keyOf(need) ?? `${i}`).values()].flatMap((group) => {
    const parts = group.map(({ need }) => ({ file: fileOf(need) ?? '', need })).sort((a, b) => natural.compare(a.file, b.file))
    return parts.length < fewest ? group.map(({ need }) => ({ need, parts: [] })) : [{ need: joined(parts, each(parts.map(({ file }) => file))), parts }]
  })
}

/** The file of a need whose sentence names it once. */
function fileOf({ message: { text, params } }: Need): string | null {
  const file = params?.['file']
  return typeof file === 'string' && file !== '' && text.split(file).length === 2 ? file : null
}

function keyOf(need: Need): string | null {
  const { message: { id, params }, where, field } = need
  return fileOf(need) === null ? null : JSON.stringify([id, where, field ?? null, { ...params, file: null }])
}

function joined(parts: NeedGroup['parts'], each: string): Need {
  const [{ file, need }] = parts as readonly [NeedGroup['parts'][number]]
  const { id, text, params } = need.message
  const entries = [...new Set(parts.flatMap((part) => part.need.entries ?? []))]
  return { ...need, message: { id, text: text.replace(file, () => each), params: { ...params, file: each } }, ...(entries.length > 0 ? { entries } : {}) }
}
