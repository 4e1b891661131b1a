import type { Result } from '@shared/analyses/analysis'

/** The methods of a card's results, each once, in one line. */
export function methodLine(results: readonly Result[]): string {
  return [...new Set(results.map(({ method }) => method.trim()).filter((method) => method !== ''))].join(' · ')
}
