const number = '[+-]?\\d[\\d.]*(?:[eE][+-]?\\d{1,3})?'
/** The last label and right below it the first pair of numbers. */
const lastLabel = new RegExp(`(^\\s*##[^\\r\\n]*(?:\\r\\n?|\\n))(?=[ \\t]*${number}(?:[ \\t]*[,\\t][ \\t]*|[ \\t]+)${number}[ \\t]*(?:\\r|\\n|$))`, 'm')

/** Whether the labels state both axes and pairs of numbers follow without a label of their own, as FTIR programs export their text. */
export const hasBarePairs = (text: string): boolean =>
  /^\s*##\s*XUNITS\s*=/im.test(text) && /^\s*##\s*YUNITS\s*=/im.test(text) && !/^\s*##\s*(XYDATA|XY\s?POINTS|PEAK ?TABLE|PEAK ?ASSIGNMENTS|NTUPLES|DATA TABLE|RADATA)\s*=/im.test(text) && lastLabel.test(text)

/** With the label that the standard asks for. */
export const withDataLabel = (text: string): string => (hasBarePairs(text) ? text.replace(lastLabel, '$1##XYDATA= (XY..XY)\r\n') : text)
