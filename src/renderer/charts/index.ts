import type { Component } from 'vue'
import type { FigureKind } from '@shared/figure'
import BarsChart from './BarsChart.vue'
import HeatChart from './HeatChart.vue'
import ImageView from './ImageView.vue'
import RadarChart from './RadarChart.vue'
import TableView from './TableView.vue'
import XyChart from './XyChart.vue'

/** One component per kind of figure: a new kind does not compile before it has one. */
export const figureComponents: Readonly<Record<FigureKind, Component>> = { xy: XyChart, bars: BarsChart, radar: RadarChart, heat: HeatChart, table: TableView, image: ImageView }
