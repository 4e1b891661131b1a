import { afterEach, expect, it, vi } from 'vitest'
import { english, translator } from '../../../src/renderer/locales/phrases/translator'
import { catalogue } from '../../../src/renderer/locales/zhCN'
import { textsSaying } from '../../../src/renderer/views/inbox/textsSaying'

const empty = 'The file is empty (0 bytes): nothing was saved; export it again.'
const known = vi.fn(() => Promise.resolve([empty, 'Read together with OUTCAR.', 'in no catalogue']))
vi.stubGlobal('window', { workbench: { inboxTexts: known } })
afterEach(() => known.mockClear())
const words = translator(catalogue)

it('a search finds what the Chinese window shows, with numbers and names in it', async () => {
  expect(await textsSaying('文件为空', words)).toEqual([empty])
  expect(await textsSaying(' 0 字节 ', words)).toEqual([empty])
  expect(await textsSaying('与 outcar 一起', words)).toEqual(['Read together with OUTCAR.'])
  expect(await textsSaying('in no', words)).toEqual(['in no catalogue'])
  expect(await textsSaying('磁盘', words)).toEqual([])
})
it('an English window and an empty search ask nothing', async () => {
  expect([await textsSaying('empty', english), await textsSaying('  ', words)]).toEqual([undefined, undefined])
  expect(known).not.toHaveBeenCalled()
})
