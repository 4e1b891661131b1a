import type { Entry } from './project'

/**
 * What depends on an entry alone, asked once of each: entries are never changed, only replaced, and two dozen analyses look at
 * thousands of them after every edit.
 */
export function perEntry<Answer>(ask: (entry: Entry) => Answer): (entry: Entry) => Answer {
  const answers = new WeakMap<Entry, { readonly answer: Answer }>()
  return (entry) => {
    const before = answers.get(entry)
    if (before) return before.answer
    const answer = ask(entry)
    answers.set(entry, { answer })
    return answer
  }
}
