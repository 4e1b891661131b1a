import { describe, expect, it } from 'vitest'
import { growthOf } from './growth'

const numbers = (size: number): Float64Array => Float64Array.from({ length: size }, (_, i) => Math.sin(i))
const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0)

describe('growth of time', () => {
  it('is that of the input where each value is looked at once', () => expect(growthOf(numbers, sum, 200_000)).toBeLessThan(10))
  it('is seen where every value looks at all', () => expect(growthOf(numbers, (values) => values.map(() => sum(values)), 600, { rounds: 3 })).toBeGreaterThan(10))
})
