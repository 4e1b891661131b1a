// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import type { TraceCurve } from '../../../src/shared/api'
import { useEntryCurve, type AskCurve, type EntryCurve } from '../../../src/renderer/trace/useEntryCurve'

interface Question { readonly window: { readonly min: number; readonly max: number } | null; readonly columns: number; readonly answer: (curve: TraceCurve | undefined) => Promise<void> }
const picture = (name: number): TraceCurve => ({ x: Float64Array.of(name), y: Float64Array.of(name), rows: 1 })

function use(): { shown: EntryCurve; asked: Question[]; leave: () => void } {
  const asked: Question[] = []
  let shown: EntryCurve
  const ask: AskCurve = (window, columns) => new Promise((done) => {
    asked.push({ window, columns, answer: async (curve) => { done(curve); await new Promise((later) => setTimeout(later)) } })
  })
  const wrapper = mount(defineComponent({ setup: () => { shown = useEntryCurve(ask); return () => h('i') } }))
  return { shown: shown!, asked, leave: () => wrapper.unmount() }
}

describe('pictures of a long curve', () => {
  it('are asked for one at a time, always for the newest window, and the last one stays until then', async () => {
    const { shown, asked } = use()
    shown.see({ min: 0, max: 100 }, 700)
    for (let max = 90; max > 10; max -= 10) shown.see({ min: 0, max }, 700)
    expect(asked.map(({ window, columns }) => [window, columns])).toEqual([[{ min: -50, max: 150 }, 1400]])
    await asked[0]!.answer(picture(1))
    expect(shown.curve.value?.x[0]).toBe(1)
    expect(shown.isWaiting.value).toBe(true)
    expect(asked.map(({ window }) => window)[1]).toEqual({ min: -10, max: 30 })
    await asked[1]!.answer(picture(2))
    expect([asked.length, shown.curve.value?.x[0], shown.isWaiting.value]).toEqual([2, 2, false])
  })

  it('are not asked for while the one at hand is fine enough and reaches far enough', async () => {
    const { shown, asked } = use()
    shown.see({ min: 0, max: 100 }, 700)
    await asked[0]!.answer(picture(1))
    shown.see({ min: 30, max: 130 }, 700)
    shown.see({ min: -40, max: 60 }, 700)
    expect(asked).toHaveLength(1)
    shown.see({ min: 60, max: 160 }, 700)
    expect(asked).toHaveLength(2)
    await asked[1]!.answer(picture(2))
    shown.see({ min: 100, max: 150 }, 700)
    expect(asked).toHaveLength(3)
  })

  it('stay after a question that failed, and the next window asks again', async () => {
    const { shown, asked } = use()
    shown.see({ min: 0, max: 100 }, 700)
    await asked[0]!.answer(picture(1))
    shown.see({ min: 0, max: 10 }, 700)
    await asked[1]!.answer(undefined)
    expect([shown.curve.value?.x[0], shown.isWaiting.value]).toEqual([1, false])
    shown.see({ min: 0, max: 10 }, 700)
    expect(asked).toHaveLength(3)
  })

  it('come no more once their chart is gone', async () => {
    const { shown, asked, leave } = use()
    shown.see({ min: 0, max: 100 }, 700)
    leave()
    await asked[0]!.answer(picture(1))
    expect(shown.curve.value).toBe(null)
  })
})
