import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { validateCall } from '../../src/main/desktop/validateCall'
import { apiMethods } from '../../src/shared/api'

const anyValue = fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSparseArray: true, withTypedArray: true, maxDepth: 3 })

describe('calls with arbitrary arguments', () => {
  it('are refused in one sentence or fit, and never break the program', () => {
    fc.assert(fc.property(fc.constantFrom(...Object.keys(apiMethods)), fc.array(anyValue, { maxLength: 4 }), (method, args) => {
      try {
        expect(validateCall(method, args).method).toBe(method)
      } catch (error) {
        expect(error).toBeInstanceOf(Error)
        expect((error as Error).message).toMatch(/^The call \w+ was refused because [\s\S]*\.$/)
      }
    }), { numRuns: 3_000 })
  })

  it('change no prototype', () => {
    const hostile = JSON.parse('[{"kind":"setCatalyst","name":"x","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}]') as unknown[]
    expect(() => validateCall('execute', hostile)).toThrow(/refused/)
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })

  it('cannot exhaust the memory', () => {
    expect(() => validateCall('entries', [new Array(1_000_000).fill('m')])).toThrow(/refused/)
    expect(() => validateCall('copyText', ['x'.repeat(20_000_001)])).toThrow(/refused/)
    expect(() => validateCall('execute', [{ kind: 'acknowledge', findings: ['x'.repeat(20_001)], reason: null }])).toThrow(/refused/)
  })
})
