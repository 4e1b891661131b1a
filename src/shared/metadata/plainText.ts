/**
 * The same letters as the same characters: macOS takes an ü in a file's name apart (NFD), a sheet writes it in one piece (NFC). What is
 * compared or kept as a label goes through here.
 */
export const composed = (text: string): string => text.normalize('NFC')

/** '－０．３Ｖ' as Chinese and Japanese keyboards write it is '-0.3V'. Superscripts and the like stay as they are. */
export const halfWidth = (text: string): string =>
  composed(text).replace(/[\uff01-\uff5e]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0)).replaceAll('\u3000', ' ').replaceAll('\ufe63', '-')
