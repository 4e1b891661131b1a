import type { Column } from '../../measurement'

/** What the ordinate of a spectrum is, in the words of its file. Only an absorbance is called one: nothing is converted. */
export function signalColumn(name: string, values: Float64Array): Column {
  const word = name.trim()
  const bracket = /[([]([^()[\]]+)[)\]]$/.exec(word)?.[1]?.trim()
  if (/^(10 ?mm )?(abs|absorbance|absorption)\b/i.test(word) || /^a$/i.test(word))
    return { name: word, quantity: 'absorbance', unit: bracket ?? (/^a$/i.test(word) ? word : ''), values }
  const percent = /^(%\s?[tr]|[tr]\s?%)$/i.exec(word)
  if (percent) return { name: word, quantity: 'other', unit: word, values }
  if (/^(intensity|counts|energy|e)\b/i.test(word)) return { name: word, quantity: 'intensity', unit: bracket ?? '', values }
  return { name: word, quantity: 'other', unit: bracket ?? '', values }
}
