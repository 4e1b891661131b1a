import { describe, expect, it } from 'vitest'
import { openDriver } from '../../../src/main/store/driver'

describe('one row', () => {
  it('is the same whether it is asked for alone or with others: numbers, texts, nothing, and blobs as ArrayBuffer', () => {
    const driver = openDriver(':memory:')
    driver.exec('CREATE TABLE things (i INTEGER, r REAL, t TEXT, n TEXT, b BLOB, e BLOB)')
    const values = Float64Array.from([9, -0.5])
    driver.run('INSERT INTO things VALUES (?, ?, ?, ?, ?, ?)', [9007199254740991, 1.5, 'Ru–NC', null, new Uint8Array(values.buffer), new Uint8Array()])
    const alone = driver.get<{ b: ArrayBuffer; e: ArrayBuffer }>('SELECT * FROM things')!
    expect(driver.all('SELECT * FROM things')).toEqual([alone])
    expect([...new Float64Array(alone.b), alone.e.byteLength, alone.b instanceof ArrayBuffer]).toEqual([9, -0.5, 0, true])
    expect(driver.get('SELECT * FROM things WHERE i = 0')).toBeUndefined()
    driver.close()
  })
})
