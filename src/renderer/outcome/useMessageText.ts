import type { Message } from '@shared/message'
import { useWords } from '../locales/phrases/useWords'

/** A message in the window's language, or in its own English where the catalogue does not have it. */
export function useMessageText(): (message: Message) => string {
  const words = useWords()
  return (message) => words.value.message(message)
}
