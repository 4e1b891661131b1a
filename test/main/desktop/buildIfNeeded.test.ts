import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buildIfNeeded } from '../../../scripts/buildIfNeeded.mjs'

describe('buildIfNeeded', () => {
  let root: string
  beforeEach(() => { root = mkdtempSync(join(tmpdir(), 'rum-build-')) })
  afterEach(() => rmSync(root, { recursive: true, force: true }))
  const write = (path: string, atSeconds: number): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), '')
    utimesSync(join(root, path), atSeconds, atSeconds)
  }
  const writeBuilt = (atSeconds: number): boolean => {
    for (const path of ['out/main/index.js', 'out/main/rum.js', 'out/preload/index.cjs', 'out/renderer/index.html']) write(path, atSeconds)
    return true
  }
  const runs = (build: () => boolean): { built: boolean; times: number } => {
    let times = 0
    const built = buildIfNeeded({ root, build: () => (times += 1, build()) })
    return { built, times }
  }

  it('builds what is missing or older than a source, and only then', () => {
    write('src/main/index.ts', 1000)
    expect(runs(() => writeBuilt(2000))).toEqual({ built: true, times: 1 })
    expect(runs(() => writeBuilt(2000))).toEqual({ built: true, times: 0 })
    write('src/renderer/deep/Card.vue', 3000)
    expect(runs(() => writeBuilt(4000))).toEqual({ built: true, times: 1 })
  })

  it('is not satisfied with a failed or empty build', () => {
    write('src/main/index.ts', 1000)
    expect(runs(() => false)).toEqual({ built: false, times: 1 })
    expect(runs(() => true)).toEqual({ built: false, times: 1 })
  })
})
