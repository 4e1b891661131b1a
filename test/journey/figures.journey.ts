import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { inflateSync } from 'node:zlib'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { xmlTree } from '../../src/shared/readers/xml/xmlTree'
import { answerDialogs, proposedNames } from './answerDialogs'
import { ask } from './ask'
import { campaignCatalyst, writeCampaign } from './campaignFiles'
import { eventually } from './eventually'
import { launchApp, type RunningApp } from './launchApp'

const pictures = resolve('test-output', 'journey')

describe('figures for a paper', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rum-figures-'))
  const lab = join(folder, 'Lab')
  let running: RunningApp

  beforeAll(async () => {
    mkdirSync(lab)
    mkdirSync(pictures, { recursive: true })
    const files = writeCampaign(lab)
    running = await launchApp()
    await answerDialogs(running.app, { save: join(folder, 'Figures.rum'), open: [lab] })
    await running.part('new-project').first().click()
    await running.part('watch-folder').first().click()
    await eventually('all files', async () => (await ask(running, 'projectState'))?.files, (read) => read === files, 90_000)
    await running.part(`catalyst-${campaignCatalyst}`).first().click()
  })
  afterAll(async () => {
    await running.quit()
    rmSync(folder, { recursive: true, force: true })
  })

  async function openDialog(card: string, entry: RegExp): Promise<void> {
    await running.part(`card-${card}`).locator('canvas').first().scrollIntoViewIfNeeded()
    await running.page.waitForTimeout(400)
    await running.part(`card-${card}`).locator('header button').last().click()
    await running.page.getByText(entry).first().click()
    await running.part('figure-dialog').waitFor()
  }
  async function save(format: 'svg' | 'pdf' | 'png', name: string): Promise<Buffer> {
    const path = join(folder, `${name}.${format}`)
    await answerDialogs(running.app, { save: path })
    await running.part(`figure-save-${format}`).click()
    await running.part('figure-dialog').waitFor({ state: 'detached', timeout: 20_000 })
    const bytes = readFileSync(path)
    writeFileSync(join(pictures, `figure-${name}.${format}`), bytes)
    return bytes
  }

  it('are seen in decades, without error bars, and with differences to a pinned point', async () => {
    const figure = (card: string) => running.part(`card-${card}`).locator('figure.chart').first()
    const pictureOf = async (card: string): Promise<string> => {
      await running.page.waitForTimeout(300)
      return figure(card).locator('canvas').evaluate((canvas) => (canvas as unknown as { toDataURL: () => string }).toDataURL())
    }
    const turns = async (card: string, key: string): Promise<void> => {
      await figure(card).hover()
      const button = figure(card).locator(`[data-test=switch-${key}]`)
      const [pressed, before] = [await button.getAttribute('aria-pressed'), await pictureOf(card)]
      await button.click()
      expect(await button.getAttribute('aria-pressed')).toBe(pressed === 'true' ? 'false' : 'true')
      expect(await pictureOf(card), `${card}: ${key} shows`).not.toBe(before)
    }
    await figure('faradaic-efficiency').scrollIntoViewIfNeeded()
    await turns('faradaic-efficiency', 'errorBars')
    await turns('faradaic-efficiency', 'errorBars')
    await figure('electrolysis-charge').scrollIntoViewIfNeeded()
    await turns('electrolysis-charge', 'logX')
    await running.screenshot('figure-decades')
    await turns('electrolysis-charge', 'logX')

    await figure('linear-sweep').scrollIntoViewIfNeeded()
    const box = (await figure('linear-sweep').locator('canvas').boundingBox())!
    const readAt = async (share: number): Promise<void> => {
      await running.page.mouse.move(box.x + share * box.width, box.y + 0.5 * box.height, { steps: 3 })
      await running.page.waitForTimeout(150)
    }
    await readAt(0.75)
    await running.page.mouse.down()
    await running.page.mouse.up()
    await readAt(0.45)
    await running.screenshot('figure-difference')
    expect(await figure('linear-sweep').locator('[data-test=differences]').innerText()).toMatch(/Δx\s*−0\.\d+ V\s*Δy\s*−\d+(\.\d+)? mA cm/)
    await running.page.mouse.down()
    await running.page.mouse.up()
    await readAt(0.5)
    expect(await figure('linear-sweep').locator('[data-test=differences]').count()).toBe(0)
    await running.page.mouse.move(box.x, box.y - 40)
  })

  it('are SVG whose text is text, with the points and error bars of the screen', async () => {
    await openDialog('faradaic-efficiency', /Save figure/)
    await running.screenshot('figure-dialog')
    const svg = (await save('svg', 'efficiency')).toString('utf8')
    expect((await proposedNames(running.app)).at(-1)).toMatch(/Figures_.*\.svg$/)
    const { root, problem } = xmlTree(svg)
    expect([problem, root?.attributes.get('width'), root?.attributes.get('height')]).toEqual([null, '8.5cm', '6.6cm'])
    const words = [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map((match) => match[1]!)
    expect(words.join(' ')).toMatch(/E vs RHE/)
    expect(words).toEqual(expect.arrayContaining(['NH₃', '0', '100', '−0.3']))
    // 7 pt at the printed size: letters of 12 in a picture whose width is 8.5 cm.
    const width = Number(/viewBox="0 0 ([\d.]+)/.exec(svg)?.[1])
    expect((12 * 85) / 25.4 / width * 72).toBeCloseTo(7, 1)
    expect(svg).not.toMatch(/NaN|undefined|<script/)
  })

  it('are PDF of their own size with fonts in it', async () => {
    await openDialog('faradaic-efficiency', /Save figure/)
    await running.part('figure-double').click()
    const pdf = await save('pdf', 'efficiency')
    const text = pdf.toString('latin1')
    expect(text.startsWith('%PDF-')).toBe(true)
    const [, width, height] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(text) ?? objectsOf(pdf).match(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/) ?? []
    expect(Number(width) / 72 * 2.54).toBeCloseTo(17.8, 1)
    expect(Number(height) / 72 * 2.54).toBeCloseTo(9.5, 1)
    expect(objectsOf(pdf)).toMatch(/\/Type\s*\/Font/)
    expect(objectsOf(pdf).match(/\/Subtype\s*\/Image/)).toBeNull()
  })

  it('are PNG of 600 dots per inch that show what the screen shows', async () => {
    await openDialog('linear-sweep', /Save figure/)
    const png = await save('png', 'sweep')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2008, 1559])
    const at = png.indexOf('pHYs')
    expect([png.readUInt32BE(at + 4), png.readUInt32BE(at + 8), png[at + 12]]).toEqual([23622, 23622, 1])
    const shown = await running.page.evaluate<number[]>(courseOf(`document.querySelector('[data-test=card-linear-sweep] canvas')`))
    const saved = await running.page.evaluate<number[]>(`(async () => {
      const image = new Image(); image.src = 'data:image/png;base64,${png.toString('base64')}'; await image.decode()
      const canvas = document.createElement('canvas'); canvas.width = 1004; canvas.height = 780; canvas.getContext('2d').drawImage(image, 0, 0, 1004, 780)
      return ${courseOf('canvas')}
    })()`)
    // The curve goes the same way in both, whatever the size of the picture.
    expect([shown.length, saved.length]).toEqual([places, places])
    const apart = shown.map((height, i) => Math.abs(height - saved[i]!))
    console.log(`the curve on the screen and in the file: ${(100 * Math.max(...apart)).toFixed(1)} % of its height apart at most, ${(100 * apart.reduce((sum, one) => sum + one, 0) / places).toFixed(1)} % on average`)
    expect(Math.max(...shown) - Math.min(...shown)).toBeGreaterThan(0.9)
    expect(Math.max(...apart)).toBeLessThan(0.04)
    expect(apart.reduce((sum, one) => sum + one, 0) / places).toBeLessThan(0.015)
  })

  it('become panels a, b and c of one figure, with typed limits for a single one', async () => {
    await openDialog('faradaic-efficiency', /Save figure/)
    await running.part('figure-yMax').locator('input').fill('150')
    await running.part('figure-yMax').locator('input').blur()
    await running.page.waitForTimeout(300)
    const limited = decodeURIComponent((await running.part('figure-preview').getAttribute('src')) ?? '')
    expect([...limited.matchAll(/<text [^>]*>(\d+)<\/text>/g)].map((match) => Number(match[1])).some((tick) => tick > 120)).toBe(true)
    await running.part('figure-double').click()
    for (const i of [1, 2, 3]) await running.part('figure-panel').nth(i).click()
    await running.page.waitForTimeout(300)
    await running.screenshot('figure-panels')
    const svg = (await save('svg', 'panels')).toString('utf8')
    expect(xmlTree(svg).problem).toBeNull()
    expect([...svg.matchAll(/font-weight="700"[^>]*>([a-d])</g)].map((match) => match[1])).toEqual(['a', 'b', 'c', 'd'])
    const ids = [...svg.matchAll(/id="([^"]+)"/g)].map((match) => match[1])
    expect(new Set(ids).size).toBe(ids.length)
  })
})

/** All streams of a PDF unpacked, beside what is plain. */
function objectsOf(pdf: Buffer): string {
  const text = pdf.toString('latin1')
  return [text, ...[...text.matchAll(/stream\r?\n/g)].map((match) => {
    try {
      return inflateSync(pdf.subarray(match.index + match[0].length)).toString('latin1')
    } catch {
      return ''
    }
  })].join('\n')
}

const places = 60

/** Script: the height of the longest line in the orange of RuFe-NC at so many places from its left to its right end, 0 to 1 of what it spans. */
const courseOf = (element: string): string => `(() => {
  const drawn = ${element}
  const { width, height } = drawn
  const { data } = drawn.getContext('2d').getImageData(0, 0, width, height)
  const isOrange = (i) => data[4 * i + 3] > 100 && data[4 * i] > 190 && data[4 * i] - data[4 * i + 2] > 70 && data[4 * i + 1] < 190
  const seen = new Uint8Array(width * height)
  let longest = []
  for (let start = 0; start < width * height; start += 1) {
    if (seen[start] || !isOrange(start)) continue
    const line = [start]
    seen[start] = 1
    for (let k = 0; k < line.length; k += 1) {
      const x = line[k] % width, y = (line[k] - x) / width
      for (let dy = -2; dy <= 2; dy += 1) for (let dx = -2; dx <= 2; dx += 1) {
        const [nx, ny] = [x + dx, y + dy], next = ny * width + nx
        if (nx < 0 || ny < 0 || nx >= width || ny >= height || seen[next] || !isOrange(next)) continue
        seen[next] = 1
        line.push(next)
      }
    }
    if (line.length > longest.length) longest = line
  }
  const columns = new Map()
  for (const i of longest) { const x = i % width; const known = columns.get(x) ?? [0, 0]; columns.set(x, [known[0] + (i - x) / width, known[1] + 1]) }
  const xs = [...columns.keys()].sort((a, b) => a - b)
  const ys = xs.map((x) => columns.get(x)[0] / columns.get(x)[1])
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)]
  return Array.from({ length: ${places} }, (_, k) => (ys[Math.round(((k + 0.5) / ${places}) * (xs.length - 1))] - top) / (bottom - top))
})()`
