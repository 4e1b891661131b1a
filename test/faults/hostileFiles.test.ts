import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, mkdtempSync, openSync, readdirSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'

const rum = resolve('out/main/rum.js')
const folder = mkdtempSync(join(tmpdir(), 'rum-hostile-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
/** The long line is 300 MB here and 1 GB with RUM_HOSTILE=full. */
const longLineBytes = process.env['RUM_HOSTILE'] === 'full' ? 1e9 : 3e8
const MOST_MB = 1000
const LONGEST_MS = 60_000
const LONGEST_CPU_S = 10

interface Read { status: string; reason: string; measurements: unknown[]; ms: number; cpu_s: number; mb: number; stderr: string }
const atExit = `data:text/javascript,${encodeURIComponent(`import { readFileSync } from 'node:fs'
process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  // The largest size that Node states may be that of the process which started it; Linux knows its own.
  let peak = maxRSS
  try { peak = Number(/VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) } catch {}
  process.stderr.write('\\nmaxRSS=' + peak + ' cpu=' + (userCPUTime + systemCPUTime) + '\\n')
})`)}`

const measured: string[] = []
afterAll(() => console.info(`hostile files, seconds of the clock and of the processor, most MB:\n${measured.join('\n')}`))

/** The command itself in a process of its own: what it says, how long it takes and the most memory it ever had. */
function readOf(name: string): Read {
  const started = Date.now()
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', atExit, rum, 'read', join(folder, name), '--json'], { encoding: 'utf8', maxBuffer: 1 << 28, timeout: 2 * LONGEST_MS })
  const [, peak_kB, cpu_us] = /maxRSS=(\d+) cpu=(\d+)/.exec(stderr) ?? []
  const [ms, cpu_s, mb] = [Date.now() - started, Number(cpu_us) / 1e6, Number(peak_kB) / 1024]
  measured.push(`${name}: ${(ms / 1000).toFixed(1)} s, ${cpu_s.toFixed(1)} s, ${mb.toFixed(0)} MB`)
  const [report] = JSON.parse(stdout) as { status: string; reason?: string; measurements: unknown[] }[]
  return { status: report!.status, reason: report!.reason ?? '', measurements: report!.measurements, ms, cpu_s, mb, stderr }
}
/** The clock may wait for other programs, so its limit is wide; the processor's own time is what is promised. */
function expectModest({ ms, cpu_s, mb }: Read, name: string): void {
  expect(ms).toBeLessThan(LONGEST_MS)
  expect(cpu_s, `${name} took ${cpu_s} s of the processor`).toBeLessThan(LONGEST_CPU_S)
  expect(mb, `${name} needed ${mb.toFixed(0)} MB`).toBeLessThan(MOST_MB)
}
function refused(name: string, words: RegExp): void {
  const found = readOf(name)
  expect(['error', 'unrecognised'], JSON.stringify(found)).toContain(found.status)
  expect(found.reason).toMatch(words)
  expect(found.reason).not.toMatch(/\n|undefined|\bat .*\.js|please report/)
  expectModest(found, name)
}
const put = (name: string, content: Uint8Array | string): string => {
  writeFileSync(join(folder, name), content)
  return name
}
const zeros = new Uint8Array(260e6).fill(0x30)
const workbookParts = (sheet: string): Record<string, Uint8Array> => ({
  '[Content_Types].xml': strToU8('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'),
  '_rels/.rels': strToU8('<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>'),
  'xl/workbook.xml': strToU8('<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="runs" sheetId="1" r:id="r1"/></sheets></workbook>'),
  'xl/_rels/workbook.xml.rels': strToU8('<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'),
  'xl/worksheets/sheet1.xml': strToU8(sheet)
})
const sheetXml = (dimension: string, rows: string): string => `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="${dimension}"/><sheetData>${rows}</sheetData></worksheet>`
const cell = (at: string, text: string): string => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`
const entities = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from({ length: 9 }, (_, i) => `<!ENTITY lol${i + 1} "${`&lol${i === 0 ? '' : i};`.repeat(10)}">`).join('')}]>`

describe('containers that unpack to more than they are', () => {
  it.each(['runsheet_bomb.xlsx', 'bomb.brml', 'bomb.ndax'])('%s', (name) => {
    const parts: Record<string, Uint8Array> = name.endsWith('xlsx') ? { ...workbookParts(''), 'xl/worksheets/sheet1.xml': zeros }
      : name.endsWith('brml') ? { 'Experiment0/DataContainer.xml': strToU8('<DataContainer/>'), 'Experiment0/RawData0.xml': zeros } : { 'VersionInfo.xml': strToU8('<root/>'), 'data.ndc': zeros, 'Step.xml': strToU8('<root/>') }
    put(name, zipSync(parts, { level: 9 }))
    refused(name, /unpack|not opened|too|zip/i)
  }, 2 * LONGEST_MS)
  it('a gzip of a gigabyte and more', () => {
    put('bomb.txt.gz', gzipSync(new Uint8Array(1.2e9), { level: 1 }))
    refused('bomb.txt.gz', /larger than 400 MB/)
  }, 2 * LONGEST_MS)
  it('a zip with names that climb out of its folder writes nothing anywhere', () => {
    const outside = (): string[] => [dirname(folder), dirname(dirname(folder)), '/tmp', process.cwd()].flatMap((path) => (existsSync(path) ? readdirSync(path) : [])).filter((name) => name.includes('climbed'))
    expect(outside()).toEqual([])
    put('runsheet_climb.xlsx', zipSync({ ...workbookParts(sheetXml('A1', '')), '../../climbed.txt': strToU8('x'), '/tmp/climbed.txt': strToU8('x'), 'C:\\climbed.txt': strToU8('x'), 'CON': strToU8('x') }))
    put('climb.brml', zipSync({ '../../climbed.txt': strToU8('x'), '..\\..\\Experiment0\\RawData0.xml': strToU8('<RawData/>') }))
    for (const name of ['runsheet_climb.xlsx', 'climb.brml']) expect(readOf(name).stderr).not.toContain('Error')
    expect(outside()).toEqual([])
    expect(readdirSync(folder).some((name) => name.includes('climbed'))).toBe(false)
  }, LONGEST_MS)
})

describe('tables that declare more than they hold', () => {
  it('a sheet of 16 384 × 1 048 576 with two cells is two cells', () => {
    put('runsheet_wide.xlsx', zipSync(workbookParts(sheetXml('A1:XFD1048576', `<row r="1">${cell('A1', 'file')}${cell('B1', 'catalyst')}</row><row r="1048576">${cell('XFD1048576', 'x')}</row>`))))
    const found = readOf('runsheet_wide.xlsx')
    expectModest(found, 'runsheet_wide.xlsx')
    expect(found.reason).not.toMatch(/please report|undefined/)
  }, 2 * LONGEST_MS)
  it('an .ods that repeats a cell a billion times', () => {
    const content = '<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="a"><table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>'
    put('runsheet_endless.ods', zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }], 'content.xml': strToU8(content), 'META-INF/manifest.xml': strToU8('<manifest/>') }))
    refused('runsheet_endless.ods', /two million/)
  }, 2 * LONGEST_MS)
})

describe('XML that grows when it is read', () => {
  it.each([
    ['laughs.xrdml', `${entities}<xrdMeasurements xmlns="http://www.xrdml.com/XRDMeasurement/1.5"><comment>&lol9;</comment></xrdMeasurements>`],
    ['vasprun.xml', `${entities}<modeling><generator><i name="program" type="string">vasp</i></generator><comment>&lol9;</comment></modeling>`]
  ])('%s', (name, text) => {
    put(name, text)
    refused(name, /./)
  }, LONGEST_MS)
  it('a million elements within each other', () => {
    put('deep.xrdml', `<?xml version="1.0"?><xrdMeasurements xmlns="http://www.xrdml.com/XRDMeasurement/1.5">${'<a>'.repeat(1_000_000)}`)
    refused('deep.xrdml', /./)
  }, LONGEST_MS)
  it('a session with brackets a million deep', () => {
    put('deep.pssession', Buffer.from(`\ufeff{"Type":"PalmSens.DataFiles.SessionFile","Measurements":${'['.repeat(1_000_000)}`, 'utf16le'))
    refused('deep.pssession', /./)
  }, LONGEST_MS)
})

describe('a line without end', () => {
  it.each(['line.txt', 'line.mpt', 'line.DTA'])('%s', (name) => {
    const heads: Record<string, string> = {
      'line.txt': '', 'line.mpt': 'EC-Lab ASCII FILE\r\nNb header lines : 3\t\r\ntime/s\tEwe/V\tI/mA\t\r\n', 'line.DTA': 'EXPLAIN\r\nTAG\tCHRONOA\r\nTITLE\tLABEL\tx\tx\r\nCURVE\tTABLE\t4000\r\n\tPt\tT\tVf\tIm\r\n\t#\ts\tV\tA\r\n'
    }
    const handle = openSync(join(folder, name), 'w')
    writeSync(handle, heads[name]!)
    const piece = Buffer.from('1.5\t'.repeat(1 << 20))
    while (statSync(join(folder, name)).size < longLineBytes) writeSync(handle, piece)
    closeSync(handle)
    const found = readOf(name)
    rmSync(join(folder, name))
    expect(['error', 'unrecognised', 'partial'], JSON.stringify({ ...found, measurements: found.measurements.length })).toContain(found.status)
    expect(found.reason).not.toMatch(/please report|undefined/)
    expect(found.reason.length).toBeLessThan(400)
    expectModest(found, name)
  }, 3 * LONGEST_MS)
})
