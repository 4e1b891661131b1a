import { onScopeDispose, shallowRef, type Ref } from 'vue'
import { readChartTheme, type ChartTheme } from './chartTheme'

/** The window's colours, read again when its light or dark class changes. */
export function useChartTheme(): Readonly<Ref<ChartTheme>> {
  const root = document.documentElement
  const theme = shallowRef(readChartTheme(root))
  const observer = new MutationObserver(() => { theme.value = readChartTheme(root) })
  observer.observe(root, { attributes: true, attributeFilter: ['class', 'style', 'data-theme'] })
  onScopeDispose(() => observer.disconnect())
  return theme
}
