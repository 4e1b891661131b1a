export interface IdfPart {
  readonly method: string
  readonly technique?: string
  readonly title?: string
  readonly rows: readonly (readonly number[])[]
  readonly declared?: number
  readonly tail?: string
  readonly width?: number
}

/** An Ivium file: texts with length bytes before them. `isOld`: the counts stand on lines of their own. */
export function idfFile(parts: readonly IdfPart[], { isOld = false, start = '12/12/2022 5:18:49 PM' } = {}): Uint8Array {
  const text = parts.map(({ method, technique = '', title = 'New Test', rows, declared = rows.length, tail = '', width = rows[0]?.length ?? 3 },
    i) => [
    `${i === 0 ? '\0\0\0\0\0\0\0\0\0@\x01\0\0\r\0' : '\x99\0\0\0\r\0'}Version=12\r\nQR=QR,2,made by the project\r\nstarttime=${start}\r\n`,
    `\xaa\r\0\0\r\0Version=15\r\nMethod=${method}\r\nTechnique=${technique}\r\nTitle=${title}\r\nData Options.Area=0.196\r\nMconfig=0\r\n`,
    isOld ? `primary_data    \r\n${width}         \r\n`
      : `\xfe\x88\0\0\r\x002         \r\nData Objects    \r\x000         \r\nprimary_data    \r\0${width}         \r\n`,
    `${declared}        \r\n`, rows.map((row) => `${row.map((value) => value.toExponential(5)).join('  ')} \r\n`).join(''), tail
  ].join('')).join('')
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}
export const spectrum = Array.from({ length: 8 }, (_, i) => [13 + i, -2 - i, 1e5 / 4 ** i])
