import { expect, it } from 'vitest'
import { previewTable } from '../../../../src/shared/readers/table/previewTable'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

it('shows the first lines and the columns of a table', () => {
  expect(previewTable(bytesOf('made by Li\nTime (s);I (A)\n0;1,5\n1;2,5\n2;3,5'))).toEqual({
    lines: ['made by Li', 'Time (s);I (A)', '0;1,5', '1;2,5', '2;3,5'],
    columns: ['Time (s)', 'I (A)']
  })
})
it('numbers columns without names', () => expect(previewTable(bytesOf('1 2 3\n4 5 6\n7 8 9'))?.columns).toEqual(['column 1', 'column 2', 'column 3']))
it('shows a text without a table', () => expect(previewTable(bytesOf('words'))).toEqual({ lines: ['words'], columns: [] }))
it('shows nothing of a binary file', () => expect(previewTable(new Uint8Array([1, 0, 0, 2, 0, 0, 0, 9]))).toBeNull())
it('shows 40 lines of 300 letters at most', () => {
  const preview = previewTable(bytesOf(Array.from({ length: 100 }, () => 'x'.repeat(1000)).join('\n')))
  expect(preview?.lines).toHaveLength(40)
  expect(preview?.lines[0]).toHaveLength(301)
})
