import type { Analysis } from './analysis'

/** One line per analysis, in the order of the tab; an analysis stands after those it names in `after`. */
export const analyses: readonly Analysis[] = []
