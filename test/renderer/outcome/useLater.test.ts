// @vitest-environment happy-dom
import { mount, type VueWrapper } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { defineComponent, h, nextTick, shallowRef } from 'vue'
import type { Pieces } from '../../../src/renderer/outcome/pieces'
import { useLater } from '../../../src/renderer/outcome/useLater'

const showing = (setup: () => { readonly value: string }): VueWrapper => mount(defineComponent({ setup: () => { const shown = setup(); return () => h('p', shown.value) } }))

it('shows a short list at once, makes a long one a frame later and shows it after that, and of two the newest', async () => {
  vi.useFakeTimers()
  const made = vi.fn(function* (items: readonly number[]): Pieces<string> {
    yield
    return items.join(' ')
  })
  const list = shallowRef<readonly number[]>([1])
  const wrapper = showing(() => useLater(() => list.value, made, 3))
  expect(wrapper.text()).toBe('1')
  list.value = [1, 2]
  await nextTick()
  expect(wrapper.text()).toBe('1 2')
  list.value = [1, 2, 3]
  await nextTick()
  expect(wrapper.text()).toBe('1 2')
  list.value = [4, 5, 6]
  await nextTick()
  expect(made).toHaveBeenCalledTimes(2)
  await vi.advanceTimersByTimeAsync(25)
  expect(made).toHaveBeenCalledTimes(3)
  expect(wrapper.text()).toBe('1 2')
  await vi.advanceTimersByTimeAsync(25)
  expect(wrapper.text()).toBe('4 5 6')
  list.value = [7, 8, 9]
  await nextTick()
  list.value = []
  await nextTick()
  await vi.advanceTimersByTimeAsync(50)
  expect(wrapper.text()).toBe('')
  vi.useRealTimers()
})

it('goes on in another frame with what takes longer than its share of one, and gives it up where something newer has come', async () => {
  vi.useFakeTimers()
  let pieces = 0
  const list = shallowRef<readonly number[]>([])
  const now = vi.spyOn(performance, 'now').mockImplementation(() => 9 * pieces) // each piece takes 9 ms
  const wrapper = showing(() => useLater(() => list.value, function* (items): Pieces<string> {
    for (const _ of items) {
      pieces += 1
      yield
    }
    return items.join(' ')
  }, 3))
  list.value = [1, 2, 3]
  await nextTick()
  await vi.advanceTimersByTimeAsync(21)
  expect([pieces, wrapper.text()]).toEqual([1, ''])
  list.value = [4, 5, 6, 7]
  await nextTick()
  await vi.advanceTimersByTimeAsync(21)
  expect(pieces).toBe(2)
  await vi.advanceTimersByTimeAsync(120)
  expect([pieces, wrapper.text()]).toEqual([5, '4 5 6 7'])
  now.mockRestore()
  vi.useRealTimers()
})
