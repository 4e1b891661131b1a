import { computed, nextTick, onBeforeUnmount, onMounted, ref, type ComputedRef } from 'vue'
import { english, type Translator } from './translator'
import { useWords } from './useWords'

/** What leaves the window for an English paper may be English while the window speaks another language: the preference. */
export const leavesInEnglish = ref(false)
/** Something that takes figures out of the window is at work: what it takes is what is seen. */
const atWork = ref(0)

/** The words of figures: the window's, and where figures leave it those of the preference. */
export function useFigureWords(): ComputedRef<Translator> {
  const words = useWords()
  return computed(() => (atWork.value > 0 && leavesInEnglish.value ? english : words.value))
}

/** For as long as the component is there. */
export function useTakingFigures(): void {
  onMounted(() => { atWork.value += 1 })
  onBeforeUnmount(() => { atWork.value -= 1 })
}

/** Takes something of figures that are in their words by then. */
export async function takeFigure<Taken>(take: () => Taken): Promise<Taken> {
  atWork.value += 1
  try {
    await nextTick()
    return take()
  } finally {
    atWork.value -= 1
  }
}
