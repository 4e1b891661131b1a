import { serialize } from 'node:v8'
import { describe, expect, it } from 'vitest'
import { oneByteJson } from '../../../src/main/api/oneByteJson'

const value = { name: 'RuFe–NC 中文 \u2028 😀 "µ" \\', numbers: [-1.5e-7, 0.1, null], 'NO₃⁻': Array.from({ length: 500 }, (_, i) => i) }

describe('JSON of one byte a letter', () => {
  it('says the same', () => {
    expect(JSON.parse(oneByteJson(value))).toEqual(value)
  })
  it('takes one byte a letter on its way, where the plain text takes two', () => {
    const [json, plain] = [oneByteJson(value), JSON.stringify(value)]
    expect(serialize(json).length).toBeLessThan(1.1 * json.length)
    expect(serialize(plain).length).toBeGreaterThan(1.9 * plain.length)
  })
})
