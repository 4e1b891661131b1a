import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import type { Outcome } from '@shared/analyses/analysis'
import type { AnalysisInfo } from '@shared/api'
import type { Figure } from '@shared/figure'
import { useWords } from '../locales/phrases/useWords'
import { useSession } from '../stores/session'
import { cardsOf } from '../views/cards/cardsOf'
import { workbench } from '../workbench'

/** Where figures are taken from: the view that the dialog was opened from, the comparison, or a catalyst. */
export type Source = 'here' | 'comparison' | `catalyst ${string}`
export interface ProjectFigure { readonly key: string; readonly title: string; readonly figure: Figure }

/** Figures of any card of the project; asked for when its view is chosen. */
export function useProjectFigures(titleOf: (info: AnalysisInfo) => string): { source: Ref<Source>; figures: ShallowRef<readonly ProjectFigure[]>; choose: (source: Source) => Promise<void> } {
  const session = useSession()
  const words = useWords()
  const source = ref<Source>('here')
  const figures = shallowRef<readonly ProjectFigure[]>([])

  async function choose(next: Source): Promise<void> {
    source.value = next
    figures.value = []
    if (next === 'here') return
    const sent = await session.ask(() => (next === 'comparison' ? workbench().comparison([]) : workbench().outcomes(next.slice('catalyst '.length), [])))
    if (source.value !== next || !sent) return
    const { shown } = cardsOf(sent.map(({ json }) => JSON.parse(json!) as Outcome), session.analyses, null)
    figures.value = shown.flatMap(({ info, outcome }) => outcome.figures.filter(({ kind }) => kind !== 'table').map((figure) => ({ figure, own: words.value.label(figure.title) })).map(({ figure, own }) => ({
      key: `${next} ${info.id} ${figure.id}`, figure, title: own === titleOf(info) ? own : `${titleOf(info)}: ${own}`
    })))
  }
  return { source, figures, choose }
}
