import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Licences that ask for no more than to be named. Anything else stops the build until somebody has read it. */
export const permissive = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'Zlib', 'Unlicense', 'CC0-1.0', 'BlueOak-1.0.0'])

/** Whether an SPDX expression can be satisfied by permissive licences alone. */
export function isPermissive(expression) {
  const words = expression.replace(/[()]/g, ' ')
  return words.split(/\s+OR\s+/).some((choice) => choice.split(/\s+AND\s+/).every((id) => permissive.has(id.trim())))
}

/**
 * Writes licences.json beside the bundle: every package of which a module is in it, the packages of `external` with what
 * they need, those of `beside` alone, and what the earlier lists `also` say. A licence that is not permissive fails the build.
 */
export function shippedLicences({ root, external = [], beside = [], also = [] }) {
  return {
    name: 'shipped-licences',
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []))
      const folders = new Set([...modules.flatMap(packageFolder), ...withNeeds(root, external), ...beside.map((name) => join(root, 'node_modules', name))])
      const entries = [...[...folders].map(licenceOf), ...also.flatMap((path) => JSON.parse(readFileSync(path, 'utf8')))]
      const list = [...new Map(entries.map((entry) => [`${entry.name} ${entry.version}`, entry])).values()].sort((a, b) => (a.name < b.name ? -1 : 1))
      const refused = list.filter(({ licence }) => !isPermissive(licence))
      if (refused.length > 0) this.error(`Not shipped before somebody has read them: ${refused.map(({ name, licence }) => `${name} (${licence})`).join(', ')}.`)
      this.emitFile({ type: 'asset', fileName: 'licences.json', source: JSON.stringify(list, null, 1) })
    }
  }
}

/** The folder of the package that a module belongs to; none for our own. */
export function packageFolder(id) {
  const path = id.replace(/^\0+/, '').replace(/[?#].*$/, '').replaceAll('\\', '/')
  const found = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)
  return found ? [found[0]] : []
}

/** Those packages and everything installed that they depend on, as a package manager would find it. */
function withNeeds(root, names) {
  const found = new Set()
  const add = (name, from) => {
    const folder = findPackage(name, from)
    if (folder === null || found.has(folder) || /-musl$/.test(name)) return // Electron runs on glibc only
    found.add(folder)
    const { dependencies = {}, optionalDependencies = {} } = manifestOf(folder)
    for (const needed of Object.keys({ ...dependencies, ...optionalDependencies })) add(needed, folder)
  }
  for (const name of names) add(name, root)
  return found
}

function findPackage(name, from) {
  const folder = join(from, 'node_modules', name)
  if (existsSync(join(folder, 'package.json'))) return folder
  return dirname(from) === from ? null : findPackage(name, dirname(from))
}

const manifestOf = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))

function licenceOf(folder) {
  const { name, version, license, licenses, author } = manifestOf(folder)
  const stated = typeof license === 'string' ? license : license?.type ?? licenses?.map(({ type }) => type).join(' OR ')
  const holder = typeof author === 'string' ? author : author?.name ?? null
  return { name, version, licence: stated ?? 'not stated', holder, text: textOf(folder) }
}

/** The licence file of a package, or that part of its README; null where it brings neither. */
function textOf(folder) {
  const [file, readme] = [/^(?:licen[cs]e|copying)/i, /^readme\.md$/i].map((kind) => readdirSync(folder).filter((entry) => kind.test(entry)).sort()[0])
  if (file !== undefined) return readFileSync(join(folder, file), 'utf8').trim()
  if (readme === undefined) return null
  return /^#+ *licen[cs]e\s*$([\s\S]*?)(?=^#|(?![\s\S]))/im.exec(readFileSync(join(folder, readme), 'utf8'))?.[1]?.trim() || null
}
