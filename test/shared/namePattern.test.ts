import { describe, expect, it } from 'vitest'
import { parsePattern, patternOf, type NamePattern } from '../../src/shared/namePattern'
import { partsBelow } from '../../src/shared/storedPath'

const pattern = (text: string): NamePattern => {
  const parsed = parsePattern(text)
  if ('problem' in parsed) throw new Error(parsed.problem.text)
  return parsed
}
const fits = (text: string, path: string, root = '/lab'): boolean => patternOf([pattern(text)], partsBelow(root, path)!) !== null

describe('a pattern of names', () => {
  it.each([
    ['*.bak', '/lab/a.bak', true], ['*.bak', '/lab/deep/er/A.BAK', true], ['*.bak', '/lab/a.bak.txt', false],
    ['*_test*', '/lab/RuFe_TEST_1.txt', true], ['*_test*', '/lab/_test/RuFe.txt', false], ['*_test*', '/lab/test.txt', false],
    ['old/**', '/lab/old/a.txt', true], ['old/**', '/lab/Old/b/c.txt', true], ['old/**', '/lab/new/old/a.txt', false], ['old/**', '/lab/old', false], ['old/**', '/lab/older/a.txt', false],
    ['**/old/**', '/lab/old/a.txt', true], ['**/old/**', '/lab/x/y/old/b/a.txt', true], ['**/old/**', '/lab/x/y/old', false],
    ['old/', '/lab/x/old/a.txt', true], ['/old/', '/lab/x/old/a.txt', false], ['/old/', '/lab/old/a.txt', true],
    ['/a.txt', '/lab/a.txt', true], ['/a.txt', '/lab/b/a.txt', false], ['./a.txt', '/lab/b/a.txt', true], ['a/*.txt', '/lab/a/b/c.txt', false], ['a/**/c.txt', '/lab/a/c.txt', true], ['a/**/c.txt', '/lab/a/1/2/c.txt', true],
    ['**', '/lab/a.txt', true], ['*', '/lab/b/a.txt', true], ['**/*.tmp.txt', '/lab/b.tmp.txt', true], ['day?/*', '/lab/day1/x', true], ['day?/*', '/lab/day12/x', false],
    ['?.txt', '/lab/铵.txt', true], ['?.txt', '/lab/𝛿.txt', true], ['blank ü*', '/lab/BLANK U\u0308ber.txt', true], ['[a].txt', '/lab/[A].txt', true], ['[a].txt', '/lab/a.txt', false], ['a+b(1).txt', '/lab/a+b(1).txt', true],
    ['old\\*.txt', '/lab/old/a.txt', true], ['a**b.txt', '/lab/a--b.txt', true]
  ])('%s on %s: %s', (text, path, expected) => {
    expect(fits(text, path)).toBe(expected)
  })
  it.each([
    ['old\\**', 'C:\\Lab\\OLD\\x.txt', 'c:\\lab'], ['old/**', '\\\\nas\\lab\\old\\deep\\x.txt', '\\\\nas\\lab'], ['*.BAK', 'E:\\x.bak', 'E:\\']
  ])('%s on %s in %s', (text, path, root) => {
    expect(fits(text, path, root)).toBe(true)
  })
  it('names the first pattern that leaves a file out', () => {
    expect(patternOf(['*.txt', 'old/**'].map(pattern), ['old', 'a.txt'])?.text).toBe('*.txt')
    expect(patternOf([], ['a.txt'])).toBeNull()
  })
  it('takes no long time whatever its stars are', () => {
    const started = performance.now()
    expect(fits(`${'*a'.repeat(40)}b`, `/lab/${'a'.repeat(250)}`)).toBe(false)
    expect(fits(`${'**/a/'.repeat(20)}b`, `/lab/${'a/'.repeat(90)}c`)).toBe(false)
    expect(performance.now() - started).toBeLessThan(500)
  })
  it.each([['', 'is empty'], ['/', 'is empty'], ['!a', 'exclamation mark'], ['../a', 'leads out'], ['C:\\lab\\x', 'leads out'], ['\\\\nas\\x', 'leads out']])('%s is refused in one sentence', (text, why) => {
    const parsed = parsePattern(text)
    expect('problem' in parsed ? parsed.problem.text : '').toContain(why)
  })
})
