import { perEntry } from '../perEntry'

/** What a reader says that a table, a grid or a picture is: literature, energies, sample, density, image … */
export const kindOf = perEntry((entry): string | null => {
  const kind = entry.measurement?.facts.find(({ name }) => name === 'kind')?.value
  return typeof kind === 'string' ? kind : null
})
