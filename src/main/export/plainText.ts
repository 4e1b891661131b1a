/** XML 1.0 has no control characters; a cell holds at most 32 767 letters. */
export const plainText = (text: string): string => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '').slice(0, 32_767)

/** A title or a name in a chart: the writer takes "…!A1" for a place in a sheet, whoever called his catalyst so. */
export const chartText = (text: string): string => plainText(text).replace(/!(?=\$?[A-Za-z]{1,3}\$?\d)/g, '\uff01')
