// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createApp } from 'vue'
import { validateCall } from '../../src/main/desktop/validateCall'
import { catchFailures, placeOf } from '../../src/renderer/failures'

const places: string[] = []
Object.assign(window, { workbench: { noteFailure: async (place: string) => void places.push(place) } })
afterEach(() => {
  places.length = 0
  vi.restoreAllMocks()
})

describe('what no view expected', () => {
  it('is a place that main takes, without the message', () => {
    const failure = new TypeError('RuFe-NC gave 92.4 %\n    at secret | place')
    const place = placeOf(failure)
    expect(place).toMatch(/^TypeError \| at /)
    expect(place).not.toMatch(/RuFe|92\.4/)
    expect(validateCall('noteFailure', [place]).args).toEqual([place])
    expect(validateCall('noteFailure', [placeOf('a text')]).args).toEqual(['string'])
  })
  it('is said once in a sentence and noted, wherever it comes from', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const say = vi.fn()
    const app = createApp({ setup: () => { throw new TypeError('RuFe-NC is broken') } })
    catchFailures(app, window, say)
    app.mount(document.createElement('div'))
    expect(say).toHaveBeenCalledTimes(1)
    const rejection = Object.assign(new Event('unhandledrejection'), { reason: new RangeError('NC is broken') })
    for (let time = 0; time < 3; time += 1) window.dispatchEvent(rejection)
    window.dispatchEvent(Object.assign(new Event('error'), { error: new EvalError('later') }))
    window.dispatchEvent(new Event('error')) // a notice of the browser
    await flushPromises()
    expect(say).toHaveBeenCalledTimes(3)
    expect(places.map((place) => place.split(' | ')[0])).toEqual(['TypeError', 'RangeError', 'EvalError'])
    expect(places.join()).not.toMatch(/broken|later/)
  })
})
