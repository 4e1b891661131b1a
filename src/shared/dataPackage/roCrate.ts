/** A file of the package. */
export interface CrateFile { readonly path: string; readonly sha256: string; readonly bytes: number; readonly about: string }
export interface CrateInput { readonly project: string; readonly appVersion: string; readonly at: string; readonly simulated: boolean; readonly files: readonly CrateFile[] }

const formats: Readonly<Record<string, string>> = { csv: 'text/csv', json: 'application/json', md: 'text/markdown', txt: 'text/plain', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', png: 'image/png', tif: 'image/tiff', jpg: 'image/jpeg', xml: 'application/xml', zip: 'application/zip' }
const formatOf = (path: string): string => formats[path.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream'
/** Identifiers of a crate are relative URIs. */
const idOf = (path: string): string => path.split('/').map(encodeURIComponent).join('/')

/** ro-crate-metadata.json of RO-Crate 1.1: what lies here, and that the results were made of the originals by this program. */
export function roCrate({ project, appVersion, at, simulated, files }: CrateInput): string {
  const program = `#rum-workbench-${appVersion}`
  const originals = files.filter(({ path }) => path.startsWith('originals/'))
  const results = files.filter(({ path }) => ['results.csv', 'findings.csv'].includes(path))
  const reference = ({ path }: CrateFile): { '@id': string } => ({ '@id': idOf(path) })
  return `${JSON.stringify({
    '@context': 'https://w3id.org/ro/crate/1.1/context',
    '@graph': [
      { '@id': 'ro-crate-metadata.json', '@type': 'CreativeWork', conformsTo: { '@id': 'https://w3id.org/ro/crate/1.1' }, about: { '@id': './' } },
      {
        '@id': './', '@type': 'Dataset', name: project === '' ? 'RuM Workbench project' : project, datePublished: at.slice(0, 10),
        description: `Electrochemical nitrate reduction: instrument files, the numbers made of them and how.${simulated ? ' The data are simulated, not measured.' : ''}`,
        hasPart: files.map(reference), mentions: { '@id': '#analysis' }
      },
      { '@id': program, '@type': 'SoftwareApplication', name: 'RuM Workbench', version: appVersion },
      { '@id': '#analysis', '@type': 'CreateAction', name: 'Reading and analysis', endTime: at, instrument: { '@id': program }, object: originals.map(reference), result: results.map(reference) },
      ...files.map((file) => ({ ...reference(file), '@type': 'File', name: file.path.split('/').at(-1), description: file.about, encodingFormat: formatOf(file.path), contentSize: String(file.bytes), sha256: file.sha256 }))
    ]
  }, null, 1)}\n`
}
