import { describe, expect, it } from 'vitest'
import { beginningIn, folderOfPath, isSamePath, liesIn, nameOfPath, partsBelow, spelledIn } from '../../src/shared/storedPath'

describe('a stored path is taken apart by its own form', () => {
  it.each([
    ['C:\\Users\\me\\RuFe-NC\\CA_r1.txt', 'CA_r1.txt', 'C:\\Users\\me\\RuFe-NC'], ['\\\\nas\\lab\\a.txt', 'a.txt', '\\\\nas\\lab'], ['/home/me/a\\b.txt', 'a\\b.txt', '/home/me'],
    ['E:\\a.txt', 'a.txt', 'E:'], ['E:/lab/a.txt', 'a.txt', 'E:/lab'], ['/a.txt', 'a.txt', ''], ['lab\\a.txt', 'a.txt', 'lab'], ['E:\\', '', ''], ['/', '', '']
  ])('%s', (path, name, folder) => {
    expect([nameOfPath(path), folderOfPath(path)]).toEqual([name, folder])
  })
  it('all that lies in a folder, the root of a drive and of a share too', () => {
    expect(partsBelow('E:\\', 'e:\\RuFe\\a.txt')).toEqual(['RuFe', 'a.txt'])
    expect(partsBelow('\\\\nas\\lab\\', '\\\\NAS\\Lab\\a.txt')).toEqual(['a.txt'])
    expect(partsBelow('C:\\Lab', 'c:\\lab\\RuFe\\a.txt')).toEqual(['RuFe', 'a.txt'])
    expect(partsBelow('/', '/a.txt')).toEqual(['a.txt'])
    expect(partsBelow('/lab/', '/lab/x/a.txt')).toEqual(['x', 'a.txt'])
  })
  it('and nothing else: a longer name, the folder itself, another case elsewhere, another system', () => {
    for (const [folder, path] of [['C:\\lab', 'C:\\lab2\\a.txt'], ['/lab', '/lab2/a.txt'], ['/lab', '/lab'], ['/lab', '/Lab/a.txt'], ['/lab', 'C:\\lab\\a.txt'], ['E:\\', 'F:\\a.txt'], ['\\\\nas\\lab', '\\\\nas2\\lab\\a.txt']] as const) {
      expect(liesIn(folder, path), `${folder} ${path}`).toBe(false)
    }
  })
  it('in the spelling of the folder that it lies in', () => {
    expect(spelledIn('C:\\Lab', 'c:\\lab\\RuFe\\a.txt')).toBe('C:\\Lab\\RuFe\\a.txt')
    expect(spelledIn('\\\\nas\\lab\\', '\\\\NAS\\Lab\\a.txt')).toBe('\\\\nas\\lab\\a.txt')
    expect(['/lab/x/a\\b.txt', '/Lab/a.txt'].map((path) => spelledIn('/lab', path))).toEqual(['/lab/x/a\\b.txt', '/Lab/a.txt'])
  })
  it('how paths in a folder begin, and which folders are one', () => {
    expect(['E:\\', 'C:\\lab', '\\\\nas\\lab\\', '/', '/lab'].map(beginningIn)).toEqual(['E:\\', 'C:\\lab\\', '\\\\nas\\lab\\', '/', '/lab/'])
    expect([isSamePath('E:\\', 'e:'), isSamePath('\\\\nas\\lab', '\\\\NAS\\lab\\'), isSamePath('/lab', '/lab/'), isSamePath('/lab', '/Lab'), isSamePath('/lab', '/lab/x'), isSamePath('/lab/x', '/lab')]).toEqual([true, true, true, false, false, false])
  })
})
