import { english, type Translator } from '../../locales/phrases/translator'
import { workbench } from '../../workbench'

/** So many are translated before the window may draw again. */
const inOneGo = 200

/** Reasons and formats that hold the words as they are shown: the project knows their English alone. undefined where that is what is shown. */
export async function textsSaying(search: string, words: Translator): Promise<readonly string[] | undefined> {
  const wanted = search.trim().toLowerCase()
  if (wanted === '' || words === english) return undefined
  const found: string[] = []
  for (const [i, text] of (await workbench().inboxTexts()).entries()) {
    if (i > 0 && i % inOneGo === 0) await new Promise((soon) => setTimeout(soon))
    if (words.text(text).toLowerCase().includes(wanted)) found.push(text)
  }
  return found
}
