import { computed, nextTick, onBeforeUnmount, onMounted, ref, type ComputedRef } from 'vue'
import { english, type Translator } from './translator'
import { useWords } from './useWords'

/** What leaves the window for an English paper may be English while the window speaks another language: the preference. */
export const leavesInEnglish = ref(false)
/** Dialogs that take figures out of the window: what they take is what is seen. */
const dialogs = ref(0)

/** For as long as the component is there, all figures of the window have the words in which they would leave it. */
export function useTakingFigures(): void {
  onMounted(() => { dialogs.value += 1 })
  onBeforeUnmount(() => { dialogs.value -= 1 })
}

export interface FigureWords {
  /** The window's, and where the figure leaves it those of the preference. */
  readonly words: ComputedRef<Translator>
  /** Takes something of the figure when it has the words in which it leaves. */
  readonly take: <Taken>(work: () => Taken) => Promise<Taken>
}

export function useFigureWords(): FigureWords {
  const windowWords = useWords()
  const isTaken = ref(false)
  return {
    words: computed(() => ((isTaken.value || dialogs.value > 0) && leavesInEnglish.value ? english : windowWords.value)),
    async take(work) {
      isTaken.value = true
      try {
        await nextTick()
        return work()
      } finally {
        isTaken.value = false
      }
    }
  }
}
