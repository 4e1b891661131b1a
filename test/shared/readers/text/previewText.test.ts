import { expect, it } from 'vitest'
import { previewText } from '../../../../src/shared/readers/text/previewText'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

it('shows the first lines of a table', () => {
  expect(previewText(bytesOf('made by Li\nTime (s);I (A)\n0;1,5\n1;2,5\n2;3,5'))).toEqual(['made by Li', 'Time (s);I (A)', '0;1,5', '1;2,5', '2;3,5'])
})
it('shows a text without a table', () => expect(previewText(bytesOf('words'))).toEqual(['words']))
it('shows nothing of a binary file', () => expect(previewText(new Uint8Array([1, 0, 0, 2, 0, 0, 0, 9]))).toBeNull())
it('shows 40 lines of 300 letters at most', () => {
  const lines = previewText(bytesOf(Array.from({ length: 100 }, () => 'x'.repeat(1000)).join('\n')))
  expect(lines).toHaveLength(40)
  expect(lines?.[0]).toHaveLength(301)
})
