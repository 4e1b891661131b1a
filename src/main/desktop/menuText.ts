/** A menu takes a single & as the mark of an access key. */
export const plain = (text: string): string => text.replaceAll('&', '&&')

/** Alt and this letter open the menu; where the word does not begin with it, as in Chinese, it stands behind. */
export const withAccessKey = (text: string, key: string): string => (text.startsWith(key) ? `&${text}` : `${text}(&${key})`)
