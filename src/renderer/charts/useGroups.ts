import { computed, type ComputedRef } from 'vue'
import type { BarsFigure, RadarFigure } from '@shared/figure'
import type { ChartTheme } from './chartTheme'
import { legendItems, type LegendItem } from './legendItems'
import { seriesLooks, type CatalystLooks, type SeriesLook } from './seriesLook'
import { useChartTheme } from './useChartTheme'
import { useHiddenSeries } from './useHiddenSeries'

interface GroupProps { readonly figure: BarsFigure | RadarFigure; readonly hiddenCatalysts?: ReadonlySet<string> | undefined; readonly colours?: CatalystLooks | undefined }
interface Groups extends ReturnType<typeof useHiddenSeries> {
  readonly theme: ReturnType<typeof useChartTheme>
  readonly looks: ComputedRef<readonly SeriesLook[]>
  readonly items: ComputedRef<readonly LegendItem[]>
  /** Looks and legend, of what is not hidden, in the colours of a picture. */
  readonly inColours: (colours: ChartTheme) => { readonly looks: readonly SeriesLook[]; readonly legend: readonly LegendItem[] }
}

/** Looks, legend and what is hidden of a figure made of groups (bars, radar). */
export function useGroups(props: GroupProps): Groups {
  const theme = useChartTheme()
  const hiding = useHiddenSeries(() => ({ catalysts: props.figure.groups.map(({ catalyst }) => catalyst), hiddenCatalysts: props.hiddenCatalysts }))
  const looksIn = (colours: ChartTheme): readonly SeriesLook[] => seriesLooks(props.figure.groups, props.colours ?? new Map(), colours)
  const looks = computed(() => looksIn(theme.value))
  return {
    ...hiding, theme, looks,
    items: computed(() => legendItems(props.figure, looks.value, theme.value.text)),
    inColours(colours) {
      const light = looksIn(colours)
      return { looks: light, legend: legendItems(props.figure, light, colours.text).filter(({ index }) => !hiding.hidden.value.has(index)) }
    }
  }
}
