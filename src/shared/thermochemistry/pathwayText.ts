/** More paths than anybody compares by eye: a mistake in the brackets. */
const MOST_PATHS = 32

export type Pathways = { readonly paths: readonly (readonly string[])[] } | { readonly problem: 'brackets' | 'emptyState' | 'tooMany' }

/**
 * The paths that a text states: states joined by > or →, branches in brackets and told apart by |, each a path of its own:
 * '*NO > (*NOH | *HNO > *H2NO) > *NH2' → *NO, *NOH, *NH2 and *NO, *HNO, *H2NO, *NH2.
 */
export function pathwaysOf(text: string): Pathways {
  const tokens = text.replaceAll('→', '>').split(/([>()|])/).map((token) => token.trim()).filter((token) => token !== '')
  let at = 0
  let problem: 'brackets' | 'emptyState' | 'tooMany' | null = null
  const path = (isBranch: boolean): string[][] => {
    let all: string[][] = [[]]
    for (let isFirst = true; isFirst || tokens[at] === '>'; isFirst = false) {
      if (!isFirst) at += 1
      const next = step()
      if (all.length * next.length > MOST_PATHS) problem ??= 'tooMany'
      all = problem ? all : all.flatMap((before) => next.map((after) => [...before, ...after]))
    }
    if (at < tokens.length && !(isBranch && (tokens[at] === '|' || tokens[at] === ')'))) problem ??= 'brackets'
    return all
  }
  const step = (): string[][] => {
    const token = tokens[at]
    if (token === undefined || token === '>' || token === '|' || token === ')') {
      problem ??= 'emptyState'
      return [[]]
    }
    at += 1
    if (token !== '(') return [[token]]
    const branches: string[][] = []
    for (let isFirst = true; !problem && (isFirst || tokens[at] === '|'); isFirst = false) {
      if (!isFirst) at += 1
      branches.push(...path(true))
    }
    if (tokens[at] !== ')') problem ??= 'brackets'
    at += 1
    return branches
  }
  const paths = path(false)
  return problem ? { problem } : { paths }
}

/** '*NO' of '* NO ', 'NO*' and '*no': how a state is looked up. */
export const stateKey = (name: string): string => {
  const bare = name.replace(/\s+/g, '').replace(/[\u2212\u207b]/g, '-').toLowerCase()
  return bare.length > 1 && bare.endsWith('*') ? `*${bare.slice(0, -1)}` : bare
}
