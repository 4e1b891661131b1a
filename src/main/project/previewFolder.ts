import type { FolderNames, FolderPreview, PreviewedName } from '../../shared/api'
import { fieldDefinitions } from '../../shared/metadata/fields'
import { nameTemplate } from '../../shared/metadata/nameTemplate/parseTemplate'
import { readName, type ReadName } from '../../shared/metadata/nameTemplate/readName'
import { nameOfPath, partsBelow } from '../../shared/storedPath'
import { readCatalysts } from '../store/catalysts'
import { checkedNames, folderRule } from './folderNames'
import type { Project } from './project'

/** Of larger folders a part is looked at: people type, and the answer is to be there with the next letter. */
const mostFiles = 10_000
/** A handful of each kind. */
const most = { fitting: 5, misfit: 4, ignored: 3 } as const

interface Known { readonly path: string; readonly isMeasured: number }

/** What a template and patterns would make of the files that a folder is known to hold; nothing is kept. */
export function previewFolder({ driver }: Project, id: string, names: FolderNames): FolderPreview {
  const folder = driver.get<{ path: string }>('SELECT path FROM folders WHERE id = ?', [id])?.path
  if (folder === undefined) throw new RangeError('That folder is not watched any more.')
  const { template: text, ignore } = checkedNames(names)
  const template = text === null ? null : nameTemplate(text)
  const ignoredBy = folderRule(folder, ignore)
  const catalysts = readCatalysts(driver).map(({ name }) => name)
  const spelled = new Set(catalysts)
  const found = driver.all<Known>(
    'SELECT path, fileId IN (SELECT fileId FROM measurements) AS isMeasured FROM locations WHERE folderId = ? AND missing = 0 ORDER BY path LIMIT ?', [id, mostFiles + 1])
  const files = found.slice(0, mostFiles)
  const left = files.map(({ path }) => ignoredBy(path))
  const measured = files.flatMap(({ path, isMeasured }, i) => (isMeasured === 1 && left[i] === null ? [{ path, read: readName(nameOfPath(path), template, catalysts) }] : []))
  const fitting = measured.filter(({ read }) => read.template !== undefined)
  const misfits = measured.filter(({ read }) => read.template === undefined)
  const previewed = (path: string, read: ReadName | null, pattern: string | null): PreviewedName => ({
    path: partsBelow(folder, path)?.join('/') ?? path, ignoredBy: pattern, misfit: read?.misfit?.text ?? null,
    fields: fieldDefinitions.flatMap(({ key }) => {
      const value = read?.fields[key]
      return value === undefined ? [] : [{ key, value, ...(key === 'catalyst' && !spelled.has(String(value)) ? { isNew: true } : {}) }]
    })
  })
  return {
    measured: measured.length, fitting: fitting.length, files: files.length, ignored: left.filter((pattern) => pattern !== null).length, isPart: found.length > mostFiles,
    names: [
      ...spread(fitting, most.fitting).map(({ path, read }) => previewed(path, read, null)),
      ...spread(misfits, template ? most.misfit : most.fitting).map(({ path, read }) => previewed(path, read, null)),
      ...spread(files.map(({ path }, i) => ({ path, pattern: left[i]! })).filter(({ pattern }) => pattern !== null), most.ignored).map(({ path, pattern }) => previewed(path, null, pattern))
    ]
  }
}

/** From the whole list, not only its beginning: names of one day are alike. */
const spread = <Item>(items: readonly Item[], count: number): Item[] =>
  (items.length <= count ? [...items] : Array.from({ length: count }, (_, i) => items[Math.floor((i * items.length) / count)]!))
