type Remembered<Answer> = (subject: object, madeOf: readonly unknown[], make: () => Answer) => Answer

/**
 * Gives the answer of before for a subject where all that it is made of is the very same: what analyses are given is never changed, only
 * replaced, so of the thousand electrolyses of a catalyst an edit makes those anew that it bears on. `make` may use nothing else that could
 * differ. One answer a subject, for as long as the subject is there.
 */
export function remembered<Answer>(): Remembered<Answer> {
  const answers = new WeakMap<object, { readonly madeOf: readonly unknown[]; readonly answer: Answer }>()
  return (subject, madeOf, make) => {
    const before = answers.get(subject)
    if (before && areSame(before.madeOf, madeOf)) return before.answer
    const answer = make()
    answers.set(subject, { madeOf, answer })
    return answer
  }
}

const areSame = (a: readonly unknown[], b: readonly unknown[]): boolean => a.length === b.length && a.every((part, i) => Object.is(part, b[i]))
