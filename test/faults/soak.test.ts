import { appendFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '../../src/main/store/openStore'
import { brokenRules, traceName, traceOf } from './faultLab'
import { startHost, type HostProcess, type Taken } from './hostProcess'
import { middleSlope } from './slope'

/**
 * Days of an instrument PC, one after another without their nights: `npm run faults -- soak` for ten minutes, RUM_SOAK_S seconds, some ten in `npm test`.
 * The project does not grow meanwhile (the same files are written anew, others come and go), so nothing that the program holds may grow either.
 */
const isFull = process.env['RUM_FAULTS'] === 'full'
const seconds = Number(process.env['RUM_SOAK_S'] ?? (isFull ? 600 : 10))
/** At most so much more a day, once warm: live objects, the whole process (which keeps for itself what it once had), open handles. In a short run one late day weighs more, and a process that has just started still grows into its memory. */
const bounds = isFull ? { heapKilobytes: 5, residentKilobytes: 40, handles: 0.01 } : { heapKilobytes: 200, residentKilobytes: 12_000, handles: 0.4 }
const warmShare = 0.35
const traces = 24
const root = mkdtempSync(join(tmpdir(), 'rum-soak-'))
const lab = join(root, 'lab')
const path = join(root, 'p.rum')
let host: HostProcess

const lastYear = 1_749_820_408
function put(name: string, content: string, day = 0): void {
  mkdirSync(dirname(join(lab, name)), { recursive: true })
  writeFileSync(join(lab, name), content)
  utimesSync(join(lab, name), lastYear + day, lastYear + day) // rests already: no day waits for it
}

/** Whole days only: what is looked at is read. */
async function calm(files: number): Promise<void> {
  const end = performance.now() + 60_000
  for (;;) {
    const state = await host.call('projectState')
    const page = await host.call('inbox', { status: 'missing', search: '', most: 1 })
    if (state && state.progress.length === 0 && page.files - page.total === files) return
    if (performance.now() > end) throw new Error(`after a minute ${page.files - page.total} of ${files} files; ${JSON.stringify(state?.watch)}`)
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}

/** What a person and an instrument do from morning to evening. */
async function oneDay(day: number): Promise<void> {
  for (let i = 0; i < 4; i += 1) {
    const k = (4 * day + i) % traces
    put(traceName(k), traceOf(k + traces * (day + 1)), day) // measured again under the old name
  }
  put('pump.log', `pump ${day}\n`, day)
  appendFileSync(join(lab, 'long.log'), day % 50 === 0 ? 'x'.repeat(200) : '.')
  if (day % 50 === 49) writeFileSync(join(lab, 'long.log'), '')
  renameSync(join(lab, 'RuFe-NC'), join(lab, 'RuFe-NC of today'))
  renameSync(join(lab, 'RuFe-NC of today'), join(lab, 'RuFe-NC'))
  await calm(traces + 2)
  const entries = await host.call('allEntries')
  const one = entries[day % entries.length]!
  await host.call('execute', { kind: 'setField', entries: [one.id], field: 'volume_mL', value: 20 + (day % 30) })
  await host.call('outcomes', 'RuCo-NC', [])
  await host.call('comparison', [])
  await host.call('entryCurve', one.id, [0, 1], null, 800)
  await host.call('preview', 'electrolysis-charge', 'RuCo-NC', { from: (day % 5) / 100 })
  await host.call('undo')
  if (day % 3 === 0) await host.call('exportExcelTo', join(root, 'summary.xlsx'))
  if (day % 7 === 0) await host.call('exportArchiveTo', join(root, 'project.zip'))
  const [folder] = await host.call('folders')
  if (day % 2 === 1) {
    await host.call('setFolder', folder!.id, { paused: true })
    await host.call('setFolder', folder!.id, { paused: false })
  } else await host.call('rescan')
  if (day % 10 === 9) {
    await host.call('closeProject')
    await host.call('open', path)
  }
}

beforeAll(async () => {
  for (let i = 0; i < traces; i += 1) put(traceName(i), traceOf(i))
  put('pump.log', 'pump\n')
  put('long.log', 'x')
  host = startHost(root)
  await host.call('open', path, { create: true })
  await host.call('addFolderPaths', [lab])
  await calm(traces + 2)
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('days without end', () => {
  it('the measure finds a leak of 10 kB a day among collections that come late', () => {
    const noise = (day: number): number => (day % 7 === 0 ? 3 : 0.2 * Math.sin(day))
    const leaking = Array.from({ length: 200 }, (_, day) => [day, 50 + 0.01 * day + noise(day)] as const)
    const flat = leaking.map(([day]) => [day, 50 + noise(day)] as const)
    expect([middleSlope(leaking) > 0.008, Math.abs(middleSlope(flat)) < 0.002]).toEqual([true, true])
  })

  it(`${seconds} s of them: memory and handles stay what they were once it is warm, and the project is whole`, async () => {
    const taken: (Taken & { readonly day: number })[] = []
    const end = performance.now() + seconds * 1000
    for (let day = 0; performance.now() < end || day < 16; day += 1) {
      await oneDay(day)
      taken.push({ day, ...(await host.takes()) })
    }
    const warm = taken.slice(Math.floor(taken.length * warmShare))
    const every = Math.ceil(warm.length / 400) // pairs grow with the square
    const slopeOf = (of: (one: Taken) => number): number => middleSlope(warm.filter((_, i) => i % every === 0).map((one) => [one.day, of(one)] as const))
    const heap = 1000 * slopeOf(({ heapMegabytes }) => heapMegabytes)
    const resident = 1000 * slopeOf(({ residentMegabytes }) => residentMegabytes)
    const [first, last] = [warm[0]!, warm.at(-1)!]
    console.log(`${taken.length} days; live objects ${first.heapMegabytes.toFixed(1)} → ${last.heapMegabytes.toFixed(1)} MB (${heap.toFixed(1)} kB a day), process ${first.residentMegabytes.toFixed(0)} → ${last.residentMegabytes.toFixed(0)} MB (${resident.toFixed(1)} kB a day), handles ${first.handles} → ${last.handles}, watches ${first.watches} → ${last.watches}, project ${(statSync(path).size / 1e6).toFixed(1)} MB`)
    expect(heap).toBeLessThan(bounds.heapKilobytes)
    expect(resident).toBeLessThan(bounds.residentKilobytes)
    if (first.handles !== null) {
      expect(slopeOf(({ handles }) => handles!)).toBeLessThan(bounds.handles)
      expect(last.watches).toBeLessThanOrEqual(Math.max(...taken.slice(0, 10).map(({ watches }) => watches!)))
    }
    await host.close()
    const driver = openStore(path, { create: false })
    expect(brokenRules(driver)).toEqual([])
    driver.close()
  }, seconds * 1000 + 300_000)
})
