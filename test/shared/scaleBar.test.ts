import { describe, expect, it } from 'vitest'
import { scaleBar } from '../../src/shared/scaleBar'

describe('scale bar', () => {
  it.each<[number, number, number, string]>([[500, 0.05, 100, '5 nm'], [512, 0.041, 5 / 0.041, '5 nm'], [1000, 4, 250, '1 µm'], [400, 0.01, 100, '1 nm'], [512, 100, 100, '10 µm'], [100, 0.01, 20, '0.2 nm']])('%s px of %s nm', (width, size, length, label) => {
    expect(scaleBar(width, size)).toEqual({ length_px: expect.closeTo(length, 9), label })
  })
})
