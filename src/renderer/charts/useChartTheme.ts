import { shallowRef, type Ref } from 'vue'
import { readChartTheme, type ChartTheme } from './chartTheme'

interface Watched { readonly theme: Ref<ChartTheme>; readonly observer: MutationObserver }
let watched: Watched | null = null

/**
 * The window's colours, read again when its light or dark class changes; one reading for all charts and tables: to ask for a colour
 * in the middle of changes makes the browser find out the style of everything that has changed so far.
 */
export function useChartTheme(): Readonly<Ref<ChartTheme>> {
  watched ??= watch()
  // What changed a moment ago, and nobody was told of yet.
  if (watched.observer.takeRecords().length > 0) watched.theme.value = readChartTheme(document.documentElement)
  return watched.theme
}

function watch(): Watched {
  const root = document.documentElement
  const theme = shallowRef(readChartTheme(root))
  const observer = new MutationObserver(() => { theme.value = readChartTheme(root) })
  observer.observe(root, { attributes: true, attributeFilter: ['class', 'style', 'data-theme'] })
  return { theme, observer }
}
