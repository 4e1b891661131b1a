import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { exportName } from '../../../src/main/desktop/exportName'
import { labelsIn } from '../../../src/main/desktop/labels'
import { oneSentence } from '../../../src/main/oneSentence'
import { pngOfDataUrl } from '../../../src/main/desktop/pngOfDataUrl'
import { projectArgument } from '../../../src/main/desktop/projectArgument'
import { visiblePlace } from '../../../src/main/desktop/windowPlace'

const onePixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

describe('projectArgument', () => {
  it('finds the project among the words of the command line', () => {
    expect(projectArgument(['electron', '.', '--no-sandbox', 'a.rum'], '/data')).toBe(resolve('/data', 'a.rum'))
    expect(projectArgument(['/opt/rum.rum', '/data/NO3RR 2026.RUM'], '/x')).toBe(resolve('/data/NO3RR 2026.RUM'))
    expect(projectArgument(['electron', '.', '--file=a.rum', 'notes.txt'], '/data')).toBe(null)
  })
})

describe('pngOfDataUrl', () => {
  it('takes a PNG', () => expect(pngOfDataUrl(`data:image/png;base64,${onePixel}`).length).toBe(70))
  it.each(['', 'data:image/png;base64,', 'data:image/svg+xml;base64,PHN2Zz4=', `data:image/png,${onePixel}`, 'data:image/png;base64,AAAA', `data:image/png;base64,${onePixel}\n<script>`])(
    'refuses %j', (url) => expect(() => pngOfDataUrl(url)).toThrow('The picture was not copied because it is not a PNG of a chart.'))
  it('refuses a picture that would fill the memory', () => {
    const bytes = Buffer.from(onePixel, 'base64')
    bytes.writeUInt32BE(100_000, 16)
    expect(() => pngOfDataUrl(`data:image/png;base64,${bytes.toString('base64')}`)).toThrow('larger than 16384 pixels')
  })
})

describe('visiblePlace', () => {
  const place = { bounds: { x: 2000, y: 50, width: 1200, height: 800 }, maximized: false }
  const screen = { x: 0, y: 0, width: 1920, height: 1080 }
  it('keeps a place on a display', () => expect(visiblePlace(place, [screen, { ...screen, x: 1920 }])).toBe(place))
  it('forgets a place on a display that is gone, or too small to use', () => {
    expect(visiblePlace(place, [screen])).toBe(null)
    expect(visiblePlace({ bounds: { x: 0, y: 0, width: 300, height: 200 }, maximized: true }, [screen])).toBe(null)
    expect(visiblePlace(null, [screen])).toBe(null)
  })
})

it('exportName holds project, purpose and the local day', () => {
  expect(exportName('NO3RR 2026', 'summary', new Date(2026, 2, 4, 23, 59))).toBe('NO3RR 2026_summary_2026-03-04.xlsx')
})

it('oneSentence never shows a stack', () => {
  const error = new Error('Line 3 is not a number.\n    at read (/app/out/main/index.js:1:1)')
  expect(oneSentence(error)).toBe('Line 3 is not a number.')
  expect(oneSentence(new Error(''))).toMatch(/log of the app/)
})

it('menus are complete in Chinese', () => {
  const [en, zh] = [labelsIn('en'), labelsIn('zh-CN')]
  const untranslated = Object.entries(zh).filter(([key, text]) => key !== 'runSheetName' && text === en[key as keyof typeof en])
  expect(untranslated).toEqual([])
})
