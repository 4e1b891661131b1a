import { onScopeDispose, ref, type Ref } from 'vue'

/** Columns of cards that fit into the window: one below 1100 px, three on a very wide screen. */
export function useColumns(): Readonly<Ref<number>> {
  const narrow = matchMedia('(max-width: 1099px)')
  const wide = matchMedia('(min-width: 2400px)')
  const columns = ref(2)
  const measure = (): void => { columns.value = narrow.matches ? 1 : wide.matches ? 3 : 2 }
  measure()
  for (const query of [narrow, wide]) query.addEventListener('change', measure)
  onScopeDispose(() => [narrow, wide].forEach((query) => query.removeEventListener('change', measure)))
  return columns
}
