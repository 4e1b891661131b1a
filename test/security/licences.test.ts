import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Rolldown } from 'vite'
import { afterAll, describe, expect, it } from 'vitest'
import { isPermissive, shippedLicences } from '../../scripts/shippedLicences.mjs'

interface Licence { readonly name: string; readonly version: string; readonly licence: string; readonly holder: string | null; readonly text: string | null }
const listed = (): readonly Licence[] => JSON.parse(readFileSync('out/renderer/licences.json', 'utf8')) as Licence[]
const builtTexts = (folder: string, ending: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => ending.test(path)).map((path) => readFileSync(join(folder, path), 'utf8'))
const packageIn = (path: string): string | undefined => /node_modules\/((?:@[\w.-]+\/)?[\w.-]+)\/(?!.*node_modules\/)/.exec(path)?.[1]

/** What the built files themselves say they were made of: their source maps, and what is loaded by name. */
function shipped(): Set<string> {
  const main = [...builtTexts('out/main', /\.js$/), ...builtTexts('out/preload', /\.cjs$/)]
  const mapped = builtTexts('out', /\.map$/).flatMap((text) => (JSON.parse(text) as { sources: string[] }).sources.map(packageIn))
  const loaded = main.flatMap((text) => [...text.matchAll(/(?:\bfrom |^import |\bimport\(|\brequire\()["']([@a-z][\w@/.-]*)["']/gm)].map(([, name]) => name!))
  const outside = loaded.filter((name) => name !== 'electron' && !builtinModules.includes(name) && !name.startsWith('node:'))
  return new Set([...mapped, ...outside].filter((name) => name !== undefined))
}

describe('the licences of what ships', () => {
  it('are listed for every package that the built files were made of', () => {
    const found = shipped()
    expect([...found]).toEqual(expect.arrayContaining(['naive-ui', 'chart.js', '@vue/reactivity', 'zod', 'saxes', 'libsql', 'wasm-xlsxwriter']))
    const names = new Set(listed().map(({ name }) => name))
    // An alias carries another name in the folder than in its package.
    expect([...found].filter((name) => !names.has(name) && name !== 'xlsx')).toEqual([])
    expect([...names]).toEqual(expect.arrayContaining(['electron', '@neon-rs/load', 'detect-libc']))
  })
  it('are permissive, and come with their text or their holder', () => {
    for (const { name, version, licence, holder, text } of listed()) {
      expect(isPermissive(licence), `${name} ${licence}`).toBe(true)
      expect(version).toMatch(/^\d+\.\d+/)
      expect(text ?? holder ?? name).not.toBe('')
    }
    expect(listed().filter(({ text }) => text === null).length).toBeLessThan(listed().length / 5)
  })
  it.each(['MIT', '(MIT OR GPL-3.0)', 'MIT AND ISC', '(BSD-3-Clause AND Apache-2.0)'])('may be %s', (licence) => expect(isPermissive(licence)).toBe(true))
  it.each(['GPL-3.0', 'AGPL-3.0-only', 'MIT AND GPL-2.0', 'UNLICENSED', 'SEE LICENSE IN x', 'not stated', '', 'CC-BY-NC-4.0'])('may not be %j', (licence) => expect(isPermissive(licence)).toBe(false))
})

describe('a build', () => {
  const root = mkdtempSync(join(tmpdir(), 'rum-licences-'))
  afterAll(() => rmSync(root, { recursive: true, force: true }))
  const put = (name: string, manifest: object): string => {
    const folder = join(root, 'node_modules', name)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version: '1.0.0', ...manifest }))
    return join(folder, 'lib', 'index.js')
  }
  const run = (moduleIds: readonly string[], external: readonly string[] = []): { list: Licence[] } => {
    const hook = shippedLicences({ root, external }).generateBundle as unknown as (this: unknown, options: null, bundle: unknown) => void
    let list: Licence[] = []
    const context = {
      error(message: string): never { throw new Error(message) },
      emitFile: (file: Rolldown.EmittedAsset) => { list = JSON.parse(file.source as string) as Licence[] }
    }
    hook.call(context, null, { 'a.js': { type: 'chunk', moduleIds } })
    return { list }
  }
  it('lists the packages of its modules once each, and what an external package needs', () => {
    const needed = put('needed', { license: 'ISC' })
    put('outer', { license: 'MIT', dependencies: { needed: '1' }, optionalDependencies: { 'not-installed': '1' } })
    const bundled = put('@scope/bundled', { licenses: [{ type: 'MIT' }], author: { name: 'A. Author' } })
    const { list } = run([bundled, `\0${bundled}?commonjs-module`, needed, join(root, 'src', 'own.ts')], ['outer'])
    expect(list.map(({ name, licence, holder }) => [name, licence, holder])).toEqual([['@scope/bundled', 'MIT', 'A. Author'], ['needed', 'ISC', null], ['outer', 'MIT', null]])
  })
  it('fails on a licence that nobody has read', () => {
    expect(() => run([put('viral', { license: 'GPL-3.0' })])).toThrow('Not shipped before somebody has read them: viral (GPL-3.0).')
    expect(() => run([put('silent', {})])).toThrow('silent (not stated)')
  })
})
