import { onBeforeUnmount, shallowRef, watch, type ShallowRef } from 'vue'
import type { FolderNames, FolderPreview } from '@shared/api'
import { workbench } from '../../workbench'

/** Typing rests so long before the program is asked. */
const quiet_ms = 150

export interface Previewed { readonly shown: ShallowRef<FolderPreview | null>; /** The sentence why there is none. */ readonly problem: ShallowRef<string | null> }

/** What names would make of a folder, always of the newest ones: an answer to older ones is not shown. null asks nothing and leaves what is seen. */
export function useFolderPreview(folder: () => string, names: () => FolderNames | null): Previewed {
  const shown = shallowRef<FolderPreview | null>(null)
  const problem = shallowRef<string | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  let turn = 0
  const ask = async (wanted: FolderNames): Promise<void> => {
    const mine = (turn += 1)
    try {
      const answer = await workbench().previewFolder(folder(), wanted)
      if (mine !== turn) return
      shown.value = answer
      problem.value = null
    } catch (error) {
      if (mine === turn) problem.value = error instanceof Error ? error.message : String(error)
    }
  }
  watch([folder, () => JSON.stringify(names())], () => {
    clearTimeout(timer)
    const wanted = names()
    if (wanted) timer = setTimeout(() => void ask(wanted), shown.value === null ? 0 : quiet_ms)
    else turn += 1
  }, { immediate: true })
  onBeforeUnmount(() => {
    clearTimeout(timer)
    turn += 1
  })
  return { shown, problem }
}
