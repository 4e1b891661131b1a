import type { Entry } from './project'
import { remembered } from './remembered'

/** Entries by their ids, put in order once for all that ask for the same list. */
export const entriesById = (entries: readonly Entry[]): ReadonlyMap<string, Entry> => indices(entries, [], () => new Map(entries.map((entry) => [entry.id, entry])))

const indices = remembered<ReadonlyMap<string, Entry>>()
