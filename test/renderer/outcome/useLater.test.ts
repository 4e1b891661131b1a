// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { defineComponent, h, nextTick, shallowRef } from 'vue'
import { useLater } from '../../../src/renderer/outcome/useLater'

it('shows a short list at once, makes a long one a frame later and shows it after that, and of two the newest', async () => {
  vi.useFakeTimers()
  const made = vi.fn((items: readonly number[]) => items.join(' '))
  const list = shallowRef<readonly number[]>([1])
  const wrapper = mount(defineComponent({ setup: () => { const shown = useLater(() => list.value, made, 3); return () => h('p', shown.value) } }))
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
